import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "#components/sign-in/change-password-form.tsx";
import { Heading } from "#components/sign-in/heading.tsx";
import { SignOutButton } from "#components/sign-in/sign-out.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { deskPath, passwordPath } from "#features/addresses/desk.ts";
import { staffOrSignIn } from "#features/sessions/actor.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("changeTitle") };
}

export default async function ChangePasswordPage() {
  const staff = await staffOrSignIn(passwordPath);
  const t = await getTranslations("login");
  return (
    <>
      <Heading>{t("changeTitle")}</Heading>
      <ChangePasswordForm />
      <div className="-mx-4 flex flex-wrap justify-between gap-2">
        <a className={buttonClass("quiet")} href={deskPath}>
          {t("back")}
        </a>
        <SignOutButton personId={staff.personId} />
      </div>
    </>
  );
}
