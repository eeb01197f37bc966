/** Properties of what scrolls sideways: the keyboard must be able to stand in it, in every browser. */
export const SCROLLABLE = { role: "group", tabIndex: 0 } as const;
