"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SectionOptions } from "#components/desk/section-options.tsx";
import { SelectField } from "#components/ui/field.tsx";
import type { SectionOption } from "#features/people/types.ts";
import { ROLES } from "#features/roles/roles.ts";

/** Which role, and where. An administrator is one for the whole site. */
export function RoleFields({ id, places }: { id: string; places: readonly SectionOption[] }) {
  const t = useTranslations("people");
  const common = useTranslations("common");
  const [role, setRole] = useState<string>("reporter");
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <SelectField
        id={`${id}-role`}
        name="role"
        label={t("role")}
        value={role}
        onChange={(event) => setRole(event.target.value)}
      >
        {ROLES.map((one) => (
          <option key={one} value={one}>
            {common(one)}
          </option>
        ))}
      </SelectField>
      <SelectField id={`${id}-section`} name="sectionId" label={t("section")} disabled={role === "administrator"}>
        <option value="">{t("wholeSite")}</option>
        <SectionOptions sections={places} />
      </SelectField>
    </div>
  );
}
