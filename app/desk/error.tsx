"use client";

import { useTranslations } from "next-intl";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";

/** A bug or an outage. What was typed is kept in the browser and on the server. */
export default function DeskError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("desk.error");
  return (
    <div className="mx-auto max-w-xl space-y-4 py-10">
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <Note look="problem">{t("sentence")}</Note>
      {/* Next's name of a server's error; the log has it beside the request's. */}
      {error.digest && <p>{t("code", { code: error.digest })}</p>}
      <Actions
        main={
          <Button look="main" onClick={reset}>
            {t("again")}
          </Button>
        }
      />
    </div>
  );
}
