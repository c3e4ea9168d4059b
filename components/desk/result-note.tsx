import Link from "next/link";
import { useTranslations } from "next-intl";
import { Note } from "#components/ui/note.tsx";
import { PRESSES } from "#features/workflow/presses.ts";

type Props = {
  /** From the address: what was pressed on the page before. */
  done: string | undefined;
  publicUrl: string | null;
};

/** What a press has done, in a sentence, and where one may go from here. */
export function ResultNote({ done, publicUrl }: Props) {
  const t = useTranslations("desk");
  if (done === undefined || !(done === "version" || Object.hasOwn(PRESSES, done))) return null;
  return (
    <div className="mb-4">
      <Note look="done">
        <p>{t(`done.${done}`)}</p>
        <p className="mt-1 flex flex-wrap gap-x-4 font-normal">
          <Link
            className="inline-flex min-h-11 items-center underline underline-offset-4"
            href="/desk"
            prefetch={false}
          >
            {t("backHome")}
          </Link>
          {publicUrl ? (
            <a
              className="inline-flex min-h-11 items-center underline underline-offset-4"
              href={publicUrl}
              target="_blank"
              rel="noreferrer"
            >
              {t("seePublic")}
            </a>
          ) : null}
        </p>
      </Note>
    </div>
  );
}
