export type { MeasuredMinute } from "./measure-attempts-repository.ts";
