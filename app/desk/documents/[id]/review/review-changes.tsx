import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { calledOf } from "#components/desk/called.ts";
import { Panel } from "#components/desk/panel.tsx";
import { Changes } from "#components/desk/review/changes.tsx";
import { ReturnNote } from "#components/desk/review/return-note.tsx";
import { LINK } from "#components/ui/button-class.ts";
import { reviewPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { type Base, basesOf, changesSince, signs } from "#features/desk/texts.ts";
import { namingOf } from "./naming.ts";

type Props = { siteId: number; document: DeskDocument; shown: "open" | "live"; since: string | undefined };

/**
 * What changed: for whoever signs the text, since the one that they wrote or signed last, with the note it was sent back
 * with; and since another text where they ask for that.
 */
export async function ReviewChanges({ siteId, document, shown, since }: Props) {
  const t = await getTranslations("desk.changes");
  const [first, ...others] = basesOf(document, shown);
  const changes = first && (await changesSince(document, shown, first));
  const isSame = changes?.comparison.changed === false;
  const second = others.find((one) => one.since === since) ?? (isSame ? others[0] : undefined);
  const more = others.filter((one) => one !== second);
  return (
    <div className="mb-4 space-y-3 empty:hidden">
      {shown === "open" ? <ReturnNote about={document.about} state={document.story.open?.state ?? null} /> : null}
      {!first && signs(document, shown) ? (
        <p className="text-sm text-ink-soft">{t("allNew", calledOf(document.story.document.kind))}</p>
      ) : null}
      {first && isSame ? <p className="text-sm text-ink-soft">{t(`same.${first.since}`)}</p> : null}
      {first && changes && !isSame ? (
        <Panel title={t(`since.${first.since}`)} open>
          <Changes
            kind={document.story.document.kind}
            {...changes}
            naming={await namingOf(siteId, changes.before, changes.after)}
          />
        </Panel>
      ) : null}
      {second ? <ChangesSince siteId={siteId} document={document} shown={shown} base={second} /> : null}
      {more.length > 0 ? (
        <p className="flex flex-wrap gap-x-4 text-sm">
          {more.map((one) => (
            <Link
              key={one.since}
              className={LINK}
              href={reviewPath(document.number, { since: one.since })}
              prefetch={false}
            >
              {t(`see.${one.since}`)}
            </Link>
          ))}
        </p>
      ) : null}
    </div>
  );
}

async function ChangesSince({ siteId, document, shown, base }: Omit<Props, "since"> & { base: Base }) {
  const t = await getTranslations("desk.changes");
  const changes = await changesSince(document, shown, base);
  if (changes === null) return null;
  return (
    <Panel title={t(`since.${base.since}`)} open={changes.comparison.changed}>
      <Changes
        kind={document.story.document.kind}
        {...changes}
        naming={await namingOf(siteId, changes.before, changes.after)}
      />
    </Panel>
  );
}
