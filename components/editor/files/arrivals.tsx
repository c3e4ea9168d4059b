import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { Uploader } from "./uploader.ts";

/** Says to those who do not see it that a picture has come. */
export function Arrivals({ uploads }: { uploads: Uploader }): ReactNode {
  const t = useTranslations("editor.upload");
  const [name, setName] = useState<string | null>(null);
  useEffect(() => uploads.onArrived((id) => setName(uploads.of(id)?.name ?? null)), [uploads]);
  return (
    <p aria-live="polite" className="sr-only">
      {name === null ? null : t("arrived", { name })}
    </p>
  );
}
