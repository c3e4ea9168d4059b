"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";

type Props = { name: string; link: string; waits?: string | null };

/** A one-time link to hand over. It is shown once: nobody can look it up again. */
export function LinkNote({ name, link, waits }: Props) {
  const t = useTranslations("people");
  const [copied, setCopied] = useState(false);
  return (
    <div className="space-y-3 rounded-md border border-ok bg-field p-4" role="status">
      <Field
        id="one-time-link"
        label={t("linkTitle")}
        hint={t("linkAbout", { name })}
        value={link}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      {waits ? <p className="font-semibold text-warn">{waits}</p> : null}
      <Button onClick={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}>
        {copied ? t("copied") : t("copy")}
      </Button>
    </div>
  );
}
