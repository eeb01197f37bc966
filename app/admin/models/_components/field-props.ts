/** What a group of fields gets: what was typed, how to change it, and what is wrong with each field by its path. */
export type FieldProps<Draft> = {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  faultOf: (path: string) => string | null;
};
