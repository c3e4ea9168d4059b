import Link from "next/link";
import { useTranslations } from "next-intl";
import { documentPath } from "#features/addresses/desk.ts";
import { translationPath } from "#features/addresses/english.ts";
import type { OriginalLine, SisterLine } from "#features/translations/lines.ts";
import { BeginEnglish } from "./begin-english.tsx";
import { Panel } from "./panel.tsx";

/** Beside an article or a page: its English sister, and the way to one where readers have the text and nobody has begun it. */
export function EnglishSister({
  number,
  sister,
  begins,
}: {
  number: number;
  sister: SisterLine | null;
  begins: boolean;
}) {
  const t = useTranslations("desk.english");
  const stand = useTranslations("terms.stand");
  if (sister === null && !begins) return null;
  return (
    <Panel title={t("title")} open={sister !== null}>
      {sister === null ? (
        <div className="space-y-2">
          <p className="text-sm">{t("none")}</p>
          <BeginEnglish original={number} />
        </div>
      ) : (
        <div className="space-y-1 text-sm break-words">
          <p>
            <Link
              href={documentPath(sister.id)}
              prefetch={false}
              className="inline-flex min-h-11 items-center font-semibold hover:underline"
            >
              {sister.title === "" ? t("untitled") : <span lang="en">{sister.title}</span>}
            </Link>{" "}
            · {stand(sister.visibility)}
          </p>
          {sister.visibility === "live" && sister.slug !== null ? (
            <p>
              <a className="underline" href={translationPath(sister.slug, sister.id)}>
                {t("asReaders")}
              </a>
            </p>
          ) : null}
        </div>
      )}
    </Panel>
  );
}

/** Beside an English sister: what it says in English, and whether that says another thing since. */
export function SisterOf({ original: { id, title, visibility, isNewer } }: { original: OriginalLine }) {
  const t = useTranslations("desk.english");
  return (
    <Panel title={t("original")} open>
      <div className="space-y-1 text-sm break-words">
        <p>
          <Link
            href={documentPath(id)}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-semibold hover:underline"
          >
            {title}
          </Link>
        </p>
        {visibility === "live" ? null : <p>{t("originalGone")}</p>}
        {visibility === "live" && isNewer ? <p className="font-semibold">{t("isNewer")}</p> : null}
      </div>
    </Panel>
  );
}
