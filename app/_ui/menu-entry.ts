import type { ReactNode } from "react";

/** One line of a menu. */
export type MenuEntry =
  | { type: "action"; label: string; icon?: ReactNode; keys?: string; tone?: "plain" | "danger"; onSelect: () => void }
  | { type: "link"; label: string; icon?: ReactNode; keys?: string; href: string }
  | { type: "separator" }
  | {
      type: "choice";
      /** The words over the options. */
      label: string;
      value: string;
      options: readonly { value: string; label: string }[];
      onChange: (value: string) => void;
    };
