import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Heading } from "#components/sign-in/heading.tsx";
import { ChangePasswordForm } from "#components/sign-in/password-form.tsx";
import { SignOutButton } from "#components/sign-in/sign-out.tsx";
import { Actions } from "#components/ui/actions.tsx";
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
      <Actions
        others={<SignOutButton personId={staff.personId} />}
        out={
          <a className={buttonClass("quiet")} href={deskPath}>
            {t("back")}
          </a>
        }
      />
    </>
  );
}
