"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useText } from "#app/_i18n/text-provider.tsx";
import { IconButton } from "#app/_ui/icon-button.tsx";
import { TextField } from "#app/_ui/text-field.tsx";

type PasswordFieldProps = {
  value: string;
  onChange: (value: string) => void;
  /** Tells a password manager whether to fill in a password or to make one. */
  purpose: "current-password" | "new-password";
  hint?: string;
};

/** A password that can be looked at. */
export function PasswordField({ value, onChange, purpose, hint }: PasswordFieldProps) {
  const text = useText();
  const [isShown, setIsShown] = useState(false);
  return (
    <TextField
      label={text("entry.password")}
      name="password"
      type={isShown ? "text" : "password"}
      value={value}
      onChange={onChange}
      autoComplete={purpose}
      isRequired
      {...(hint === undefined ? {} : { hint })}
      end={
        <IconButton
          label={text(isShown ? "entry.hidePassword" : "entry.showPassword")}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? <EyeOff size={16} /> : <Eye size={16} />}
        </IconButton>
      }
    />
  );
}
