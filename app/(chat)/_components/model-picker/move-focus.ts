/** Moves the focus among the buttons of a list as a key says. False when the key says nothing of the kind. */
export function moveFocus(list: HTMLElement | null, key: string): boolean {
  const buttons = [...(list?.querySelectorAll("button") ?? [])];
  const place = buttons.findIndex((button) => button === document.activeElement);
  const target = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: buttons.length - 1 }[key];
  if (target === undefined) return false;
  buttons[Math.max(0, Math.min(buttons.length - 1, target))]?.focus();
  return true;
}
