"use client";

import { useTranslations } from "next-intl";
import { RightsFields } from "#components/rights/rights-fields.tsx";
import { changeFileRights } from "#features/library/actions.ts";
import type { FileDetails } from "#features/library/types.ts";
import { SaidForm } from "./said-form.tsx";

/** By what right a file is shown, to be said or changed. */
export function RightsForm({ file: { sha256, rights } }: { file: FileDetails }) {
  const t = useTranslations("rights");
  const words = { newest: t("newest"), saved: t("saved"), saving: t("saving"), save: t("save") };
  return (
    <SaidForm {...{ sha256, words }} version={rights.rightsVersion} action={changeFileRights}>
      {(problems) => <RightsFields id="file" said={rights} problems={problems} blank={t("unsaid")} />}
    </SaidForm>
  );
}
