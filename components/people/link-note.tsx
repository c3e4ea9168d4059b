"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { copyText } from "#components/ui/copy-text.ts";
import { Field } from "#components/ui/field.tsx";
import { momentInWords } from "#lib/dates.ts";

type Props = {
  /** What was done, where nothing else says it. */
  done?: string;
  name: string;
  link: string;
  until: Date;
  waits?: string | null;
};

/** A one-time link to hand over. It is shown once: nobody can look it up again. */
export function LinkNote({ done, name, link, until, waits }: Props) {
  const t = useTranslations("people");
  const id = useId();
  const note = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div ref={note} tabIndex={-1} className="space-y-3 rounded-md border border-ok bg-field p-4" role="status">
      {done ? <p className="font-semibold text-ok">{done}</p> : null}
      <Field
        id={id}
        ref={field}
        label={t("linkTitle", { name })}
        hint={t("linkAbout", { until: momentInWords(until) })}
        value={link}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      {waits ? <p className="font-semibold text-warn">{waits}</p> : null}
      <Actions
        main={
          <Button
            onClick={async () => {
              const done = await copyText(link);
              setCopied(done);
              if (!done) field.current?.focus();
            }}
          >
            {copied ? t("copied") : t("copy")}
          </Button>
        }
      />
      {copied === false ? <p className="text-sm text-ink-soft">{t("copyByHand")}</p> : null}
    </div>
  );
}
