type Pressed = {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  keyCode: number;
};

/** The key code by which browsers mark a key that belongs to an input method, even after `isComposing` has ended. */
const INPUT_METHOD_KEY_CODE = 229;

/**
 * Whether this key sends: Enter, or where the person wants it so Shift with Enter. Under a finger Enter breaks the line and the button sends; Ctrl or Cmd
 * with Enter always sends; Enter that picks a word in an input method never does.
 */
export function isSendKey(pressed: Pressed, how: { sendWithEnter: boolean; isTouch: boolean }): boolean {
  if (pressed.key !== "Enter" || pressed.isComposing || pressed.keyCode === INPUT_METHOD_KEY_CODE) return false;
  if (pressed.ctrlKey || pressed.metaKey) return true;
  return !how.isTouch && pressed.shiftKey !== how.sendWithEnter;
}
