"use client";

import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Field } from "./field.tsx";

/** A password that its writer may look at: accents are typed blindly otherwise, and keyboards add their own. */
export function PasswordField(props: ComponentProps<typeof Field>) {
  const [shown, setShown] = useState(false);
  const t = useTranslations("common");
  return (
    <div className="space-y-0.5">
      <Field {...props} type={shown ? "text" : "password"} autoCapitalize="none" autoCorrect="off" spellCheck={false} />
      <label className="inline-flex min-h-11 items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-5 accent-(--accent)"
          aria-controls={props.id ?? props.name}
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        {t("showPassword")}
      </label>
    </div>
  );
}
