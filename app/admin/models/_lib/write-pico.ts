/** Pico-dollars a token as a person would type them, in dollars a million tokens: 2.5. Empty where there is no price. */
export function writePico(pico: number | null): string {
  if (pico === null) return "";
  const fraction = String(pico % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  const dollars = String(Math.floor(pico / 1_000_000));
  return fraction === "" ? dollars : `${dollars}.${fraction}`;
}
