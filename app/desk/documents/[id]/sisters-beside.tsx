import { EnglishSister, SisterOf } from "#components/desk/sisters.tsx";
import type { DeskDocument } from "#features/desk/desk-document.ts";
import { editsRoot } from "#features/roles/roles.ts";
import type { Staff } from "#features/sessions/actor.ts";
import { originalOf, sisterOf } from "#features/translations/queries.ts";

/** Beside an article or a page its English sister, beside that what it is the sister of. */
export async function SistersBeside({ staff, document }: { staff: Staff; document: DeskDocument }) {
  const { number, story } = document;
  const { kind, visibility } = story.document;
  if (kind === "translation") {
    const original = await originalOf(staff, number);
    return original === null ? null : <SisterOf original={original} />;
  }
  if ((kind !== "article" && kind !== "page") || visibility === "never_live") return null;
  const begins = visibility === "live" && editsRoot(staff);
  return <EnglishSister number={number} sister={await sisterOf(staff, number)} begins={begins} />;
}
