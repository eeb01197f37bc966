/** Longer texts fill the field anyway; measuring them would cost more than it tells. */
const MEASURED_MAX = 4_000;

/** Gives a field the height of its text, in browsers that do not do so by themselves. */
export function fitHeight(field: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = field.value.length > MEASURED_MAX ? "100vh" : `${field.scrollHeight}px`;
}
