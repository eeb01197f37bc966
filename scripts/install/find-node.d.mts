/** Throws Refusal when the Node that runs this is too old even to install. */
export function checkNode(): void;

/** The Node that runs the system. Throws Refusal that says what to do where there is none. */
export function findNode(root: string, own?: string): string;
