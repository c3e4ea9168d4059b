"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { browserId, copiesWaiting } from "#components/editor/save/journal.ts";
import { flushAll } from "#components/editor/save/open-savers.ts";
import { askStanding } from "#components/editor/save/standing.ts";
import { articlesUnsent } from "#components/editor/save/unsent.ts";
import type { Look } from "#components/ui/button-class.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signOut } from "#features/identity/actions.ts";

type Props = { personId: number; look?: Look };

/** What came of a press: words are left that the server does not have, or it could not be reached. */
type Stopped = { why: "unsent"; articles: number } | { why: "not_done"; sentence: string } | null;

/** Sends what is typed first. What cannot be sent could never be read again afterwards: then the person is asked. */
export function SignOutButton({ personId, look = "quiet" }: Props) {
  const t = useTranslations("login");
  const common = useTranslations("common");
  const [stopped, submit] = useActionState(async (_: Stopped, form: FormData | "stay"): Promise<Stopped> => {
    if (form === "stay") return null;
    if (form.get("sure") === null) {
      const sent = await flushAll();
      const articles = Math.max(await articlesUnsent(await copiesWaiting(personId), askStanding), sent ? 0 : 1);
      if (articles > 0) return { why: "unsent", articles };
    }
    try {
      const done = await signOut({ browser: (await browserId()) ?? undefined });
      return done.ok ? null : { why: "not_done", sentence: done.sentence };
    } catch (error) {
      unstable_rethrow(error);
      return { why: "not_done", sentence: t("signOutAway") };
    }
  }, null);
  const stay = () => startTransition(() => submit("stay"));
  return (
    <>
      <form action={submit}>
        <SubmitButton look={look}>{t("signOut")}</SubmitButton>
      </form>
      {stopped?.why === "not_done" ? (
        // Not beside the button: the menu it is in may have been folded since.
        <Dialog title={t("signOutFailed")} about={stopped.sentence} open onOpenChange={stay}>
          <DialogActions close={common("close")} />
        </Dialog>
      ) : null}
      {stopped?.why === "unsent" ? <Unsent articles={stopped.articles} onLeave={submit} onStay={stay} /> : null}
    </>
  );
}

type UnsentProps = { articles: number; onLeave: (form: FormData) => void; onStay: () => void };

function Unsent({ articles, onLeave, onStay }: UnsentProps) {
  const t = useTranslations("login");
  return (
    <Dialog title={t("unsentTitle")} about={t("unsentAbout", { articles })} open onOpenChange={onStay}>
      <form action={onLeave}>
        <input type="hidden" name="sure" value="1" />
        <DialogActions close={t("stay")} main={<SubmitButton look="danger">{t("signOutAnyway")}</SubmitButton>} />
      </form>
    </Dialog>
  );
}
