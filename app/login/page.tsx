import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Heading } from "#components/sign-in/heading.tsx";
import { SignInForm } from "#components/sign-in/sign-in-form.tsx";
import { Note } from "#components/ui/note.tsx";
import { nextTarget } from "#features/accounts/next-target.ts";
import { currentStaff } from "#features/sessions/actor.ts";
import { sessionOfRequest } from "#features/sessions/cookie.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const [t, common] = [await getTranslations("login"), await getTranslations("common")];
  return { title: { absolute: `${t("title")} | ${common("desk")}` } };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, done } = await searchParams;
  const target = nextTarget(next);
  if (await currentStaff()) redirect(target);
  const t = await getTranslations("login");
  const wasIn = next !== undefined && (await sessionOfRequest()) !== null;
  return (
    <>
      <Heading>{t("title")}</Heading>
      <noscript>
        <Note look="warning">{t("noScript")}</Note>
      </noscript>
      {done === "password" ? <Note look="done">{t("passwordSet")}</Note> : null}
      {wasIn && done === undefined ? <Note>{t("ended")}</Note> : null}
      <SignInForm next={target} />
      <p className="text-sm text-ink-soft">{t("forgotten")}</p>
    </>
  );
}
