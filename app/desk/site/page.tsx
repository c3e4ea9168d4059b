import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { standOf } from "#components/desk/document-head.tsx";
import { pageOf } from "#components/desk/home-lists.tsx";
import { ReviseButton } from "#components/desk/moves/revise-button.tsx";
import { EyesCard } from "#components/desk/review/eyes-card.tsx";
import { FieldLines } from "#components/desk/review/text-facts.tsx";
import { ScreenHead } from "#components/desk/screen-head.tsx";
import { StartButton } from "#components/desk/start-button.tsx";
import { StateBadges } from "#components/desk/state-badges.tsx";
import { buttonClass, LINK } from "#components/ui/button-class.ts";
import { Note } from "#components/ui/note.tsx";
import { designPath, ownSitePath, reviewPath } from "#features/addresses/desk.ts";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { ownSite } from "#features/desk/queries.ts";
import { previewOf } from "#features/desk/texts.ts";
import { site as siteKind } from "#features/kinds/site.ts";
import { siteById } from "#features/reading/queries.ts";
import { editsRoot } from "#features/roles/roles.ts";
import { type Staff, staffOrSignIn } from "#features/sessions/actor.ts";
import { momentInWords } from "#lib/dates.ts";
import { targetOf } from "../documents/[id]/document-of.ts";
import { namingOf } from "../documents/[id]/review/naming.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("site.title") };
}

/** What the site says of itself: what readers have, who signed it, and what is being changed. */
export default async function OwnSitePage() {
  const staff = await staffOrSignIn(ownSitePath);
  const [t, { begun, document }] = await Promise.all([getTranslations("desk.site"), ownSite(staff)]);
  return (
    <>
      <ScreenHead title={t("title")} about={t("about")}>
        {document?.moves.includes("revise") ? (
          <ReviseButton target={targetOf(staff, document)} />
        ) : !begun && editsRoot(staff) ? (
          <StartButton kind="site" className="max-sm:w-full" wide />
        ) : null}
      </ScreenHead>
      {begun && document === null ? (
        <div className="mb-4">
          <Note>{t("noSay")}</Note>
        </div>
      ) : null}
      {document?.story.open ? <Open document={document} /> : null}
      <Live staff={staff} begun={begun} document={document} />
    </>
  );
}

/** What is being changed, and the way to it. */
async function Open({ document }: { document: DeskDocument }) {
  const t = await getTranslations("desk.site");
  const { number, story, text, names } = document;
  const by = text?.savedBy ?? story.open?.openedBy;
  return (
    <section aria-labelledby="open" className="mb-4 space-y-2 rounded-lg border border-line bg-field p-4">
      <h2 id="open" className="text-lg font-bold">
        {t("open")}
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StateBadges of={standOf(document)} />
        {text === null ? null : (
          <span className="text-sm text-ink-soft">
            {t("openBy", { by: (by === undefined ? undefined : names.get(by)) ?? "", at: momentInWords(text.savedAt) })}
          </span>
        )}
      </p>
      <Link
        className={buttonClass("main", "max-sm:w-full")}
        href={pageOf({ id: number, state: story.open?.state ?? null })}
        prefetch={false}
      >
        {t("toOpen")}
      </Link>
    </section>
  );
}

/** What readers have now, and who signed that. */
async function Live({ staff, begun, document }: { staff: Staff; begun: boolean; document: DeskDocument | null }) {
  const [t, site, naming] = await Promise.all([
    getTranslations("desk.site"),
    siteById(staff.siteId),
    namingOf(staff.siteId),
  ]);
  // Who may not see the document sees what everybody does.
  const published = { version: siteKind.version, ...site };
  const seen = document?.live
    ? (await previewOf(site, document, "live"))?.content
    : document || !begun
      ? null
      : published;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-labelledby="live" className="space-y-3 rounded-lg border border-line bg-field p-4">
        <h2 id="live" className="text-lg font-bold">
          {t("live")}
        </h2>
        {seen ? <FieldLines kind="site" content={seen} naming={naming} /> : <p>{t("never", { name: site.name })}</p>}
        {/* A page of the reader side: another document, whose style the desk's would be laid over. */}
        <p>
          <a className={LINK} href={designPath}>
            {t("design")}
          </a>
        </p>
      </section>
      {document?.live ? (
        <section aria-labelledby="signed" className="space-y-3 rounded-lg border border-line bg-field p-4">
          <h2 id="signed" className="text-lg font-bold">
            {t("signed")}
          </h2>
          <EyesCard kind="site" names={document.names} record={document.live} nobody="" hash={document.live.hash} />
          <Link className={LINK} href={reviewPath(document.number, { text: "live" })} prefetch={false}>
            {t("toReview")}
          </Link>
        </section>
      ) : null}
    </div>
  );
}
