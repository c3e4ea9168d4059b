"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { browserId, copiesWaiting } from "#components/editor/save/journal.ts";
import { flushAll } from "#components/editor/save/open-savers.ts";
import { askStanding } from "#components/editor/save/standing.ts";
import { articlesUnsent } from "#components/editor/save/unsent.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signOut } from "#features/accounts/actions.ts";

/** What came of a press: words are left that the server does not have, or it could not be reached. */
type Stopped = { why: "unsent"; articles: number } | { why: "not_done"; sentence: string } | null;

/** Sends what is typed first. What cannot be sent could never be read again afterwards: then the person is asked. */
export function useSignOut(personId: number) {
  const t = useTranslations("login");
  const [stopped, submit] = useActionState(async (_: Stopped, sure: boolean | "stay"): Promise<Stopped> => {
    if (sure === "stay") return null;
    if (!sure) {
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
  return {
    stopped,
    press: () => startTransition(() => submit(false)),
    again: () => submit(false),
    leave: () => submit(true),
    stay: () => startTransition(() => submit("stay")),
  };
}

type Leaving = ReturnType<typeof useSignOut>;

/** What stopped a press. Apart from what was pressed: a menu is folded by then. */
export function SignOutDialogs({ stopped, again, leave, stay }: Omit<Leaving, "press">) {
  const t = useTranslations("login");
  const common = useTranslations("common");
  if (stopped === null) return null;
  if (stopped.why === "not_done") {
    return (
      <Dialog title={t("signOutFailed")} about={stopped.sentence} open onOpenChange={stay}>
        <Form action={again} outcome={null}>
          {() => <DialogActions close={common("close")} main={<SubmitButton>{t("signOutAgain")}</SubmitButton>} />}
        </Form>
      </Dialog>
    );
  }
  return (
    <Dialog title={t("unsentTitle")} about={t("unsentAbout", { articles: stopped.articles })} open onOpenChange={stay}>
      <Form action={leave} outcome={null}>
        {() => (
          <DialogActions close={t("stay")} main={<SubmitButton look="danger">{t("signOutAnyway")}</SubmitButton>} />
        )}
      </Form>
    </Dialog>
  );
}

export function SignOutButton({ personId }: { personId: number }) {
  const t = useTranslations("login");
  const leaving = useSignOut(personId);
  return (
    <>
      <Form action={leaving.again} outcome={null}>
        {() => (
          <SubmitButton look="quiet" className="w-full">
            {t("signOut")}
          </SubmitButton>
        )}
      </Form>
      <SignOutDialogs {...leaving} />
    </>
  );
}
