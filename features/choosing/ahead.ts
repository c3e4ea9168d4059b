import { type Coming, withComing } from "#features/fronts/ahead.ts";
import { inForce } from "#features/fronts/pins.ts";
import { article } from "#features/kinds/article.ts";
import { front } from "#features/kinds/front.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import {
  type Arrangement,
  arrangementOf,
  choicesFor,
  earlier,
  type FrontPage,
  filledFront,
  nowWith,
  readersSource,
} from "#features/reading/front.ts";
import { sectionTree, toCard } from "#features/reading/queries.ts";
import type { Card } from "#features/reading/types.ts";
import { pathTo, type TreeSection } from "#features/sites/tree.ts";
import { shownOf } from "#features/text/kind.ts";
import { signedContent } from "#features/text/signed.ts";
import { slugFrom } from "#features/text/slug.ts";
import { findDueUntil } from "./coming-store.ts";

type Due = Awaited<ReturnType<typeof findDueUntil>>[number];

/** A front at some hour, as far as it is known now. */
export type FrontAt = {
  content: Arrangement["content"];
  /** The choice that is in force then, 0 where there is none. */
  choice: number;
  pins: Arrangement["pins"];
  page: FrontPage;
};

/**
 * The front of a section, or of the site (null), as readers will find it at an hour: with what goes live by the clock until then,
 * what was chosen for it, what ends, and how it will be arranged.
 *
 * @param by who looks: what goes live where they do not edit is left out
 * @param hour not before now
 * @param content how it is arranged, where that is not asked of what readers have
 */
export async function frontAt(
  by: { siteId: number; personId: number },
  sectionId: number | null,
  hour: Date,
  content?: Arrangement["content"],
): Promise<FrontAt> {
  const { siteId } = by;
  const [due, tree, choices] = await Promise.all([
    findDueUntil(by, hour),
    sectionTree(siteId),
    choicesFor(siteId, sectionId),
  ]);
  const at = new Date(Math.max(hour.getTime(), nowWith(choices).getTime()));
  const { number: choice, pins, until } = inForce(choices, at);
  const arranged = content ?? arrangedIn(due, sectionId) ?? (await arrangementOf(siteId, sectionId));
  const coming = due.flatMap((one) => (one.kind === "article" ? comingOf(one, tree) : []));
  const source = withComing(readersSource(siteId), lastOfEach(coming));
  const page = await filledFront(siteId, { content: arranged, pins }, source, { now: at, sectionId });
  return { content: arranged, choice, pins, page: { ...page, until: earlier(page.until, until) } };
}

/** How a front will be arranged by what waits for its hour; null where nothing does. */
function arrangedIn(due: readonly Due[], sectionId: number | null) {
  const texts = due
    .filter(({ kind }) => kind === "front")
    .flatMap(({ canonical, contentVersion }) =>
      canonical === null ? [] : [signedContent(front, canonical, contentVersion)],
    );
  return texts.findLast((text) => text.sectionId === sectionId) ?? null;
}

function comingOf(
  { number, slug, shownAt, isNews, canonical, contentVersion }: Due,
  tree: readonly TreeSection[],
): Coming<Card>[] {
  if (canonical === null) return [];
  const content = signedContent(article, canonical, contentVersion);
  const section = tree.find(({ id }) => id === content.sectionId);
  if (section === undefined) return [];
  const { title, card } = shownOf(kindOf({ kind: "article" }), content);
  const said = {
    ...{ number, headline: title, card: { ...card }, section },
    slug: slug ?? (content.slug || slugFrom(content.headline)),
    ...{ shownAt, isNews },
  };
  const listedIn = [section.id, ...content.secondSectionIds].flatMap((id) => pathTo(tree, id).map((one) => one.id));
  return [{ card: toCard(said), listedIn, tagIds: content.tagIds, form: content.kind, section }];
}

/** Of what goes live twice until then, the last. */
function lastOfEach(coming: readonly Coming<Card>[]): Coming<Card>[] {
  return [...new Map(coming.map((one) => [one.card.number, one])).values()];
}
