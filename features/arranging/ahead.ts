import { topicPath } from "#features/addresses/lists.ts";
import { type Coming, withComing } from "#features/fronts/ahead.ts";
import { inForce } from "#features/fronts/pins.ts";
import { article } from "#features/kinds/article.ts";
import { banner } from "#features/kinds/banner.ts";
import { front } from "#features/kinds/front.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { topic } from "#features/kinds/topic.ts";
import { type Banners, bannersAt } from "#features/reading/banners.ts";
import {
  type Arrangement,
  arrangementOf,
  choicesFor,
  earlier,
  type FrontPage,
  filledFront,
  type Named,
  nowWith,
  readersSource,
} from "#features/reading/front.ts";
import { PAGE_SIZE } from "#features/reading/page-size.ts";
import { type SectionPage, sectionPage, sectionTree, toCard, withPictures } from "#features/reading/queries.ts";
import { reads } from "#features/reading/reads.ts";
import type { Card } from "#features/reading/types.ts";
import { pathTo, type TreeSection } from "#features/sites/tree.ts";
import { shownOf } from "#features/text/kind.ts";
import { signedContent } from "#features/text/signed.ts";
import { slugFrom } from "#features/text/slug.ts";
import { findDueUntil, topicsOf } from "./coming-store.ts";

type Due = Awaited<ReturnType<typeof findDueUntil>>[number];

/** A front at some hour, as far as it is known now. */
export type FrontAt = {
  content: Arrangement["content"];
  /** The choice that is in force then, 0 where there is none. */
  choice: number;
  pins: Arrangement["pins"];
  page: FrontPage;
};

type Looker = { siteId: number; personId: number };

/**
 * The front of a section, or of the site (null), as readers will find it at an hour: with what goes live by the clock until then,
 * what was chosen for it, what ends, and how it will be arranged.
 *
 * @param by who looks: what goes live where they do not edit is left out
 * @param hour not before now
 * @param content how it is arranged, where that is not asked of what readers have
 */
export async function frontAt(
  by: Looker,
  sectionId: number | null,
  hour: Date,
  content?: Arrangement["content"],
): Promise<FrontAt> {
  return (await drawnAhead(by, sectionId, hour, content)).front;
}

/** A front with the page around it: a section's own list below it, and what stands above every page. */
export type PageAt = { front: FrontPage; section: SectionPage | null; banners: Banners };

/** The page at an hour, as `frontAt` says; `section` is null where there is none. */
export async function pageAt(
  by: Looker,
  sectionId: number | null,
  hour: Date,
  content?: Arrangement["content"],
): Promise<PageAt> {
  const { front, due, source, at } = await drawnAhead(by, sectionId, hour, content);
  const [section, banners] = await Promise.all([
    sectionId === null ? null : sectionPage(by.siteId, sectionId, 1),
    bannersThen(by.siteId, due, at),
  ]);
  if (section === null) return { front: front.page, section, banners };
  const cards = await withPictures(by.siteId, await source.inSection(section.section.id, PAGE_SIZE));
  return { front: front.page, section: { ...section, cards }, banners };
}

async function drawnAhead(by: Looker, sectionId: number | null, hour: Date, content?: Arrangement["content"]) {
  const { siteId } = by;
  const [due, tree, choices] = await Promise.all([
    findDueUntil(by, hour),
    sectionTree(siteId),
    choicesFor(siteId, sectionId),
  ]);
  const at = new Date(Math.max(hour.getTime(), nowWith(choices).getTime()));
  const { number: choice, pins, until } = inForce(choices, at);
  const arranged = content ?? arrangedIn(due, sectionId) ?? (await arrangementOf(siteId, sectionId));
  const topics = topicsAmong(due);
  const source = await sourceWith(siteId, due, tree, [...topics.keys()]);
  const page = await filledFront(siteId, { content: arranged, pins }, source, { now: at, sectionId, topics });
  const front: FrontAt = { content: arranged, choice, pins, page: { ...page, until: earlier(page.until, until) } };
  return { front, due, source, at };
}

/** What readers will have of articles and topics. */
async function sourceWith(siteId: number, due: readonly Due[], tree: readonly TreeSection[], topics: number[]) {
  const articles = new Set(due.filter(({ kind }) => kind === "article").map(({ number }) => number));
  const placed = await topicsOf([...articles]);
  const topicsWith = (number: number) => placed.filter(({ articleId }) => articleId === number);
  const coming = due.flatMap((one) => (one.kind === "article" ? comingOf(one, tree, topicsWith(one.number)) : []));
  return withComing(readersSource(siteId, topics), lastOfEach(coming));
}

/** The topics that come, as they will be called. */
function topicsAmong(due: readonly Due[]): Map<number, Named> {
  return new Map(
    due.flatMap(({ kind, number, canonical, contentVersion }): [number, Named][] => {
      if (kind !== "topic" || canonical === null) return [];
      const { title, slug } = signedContent(topic, canonical, contentVersion);
      return [[number, { name: title, path: topicPath(slug) }]];
    }),
  );
}

/** What will stand above every page: banners that readers have and whose hour comes, and those that go live until then. */
async function bannersThen(siteId: number, due: readonly Due[], at: Date): Promise<Banners> {
  const coming = due.flatMap(({ kind, number, dueAt, canonical, contentVersion }) => {
    if (kind !== "banner" || canonical === null) return [];
    const { title, card } = shownOf(banner, signedContent(banner, canonical, contentVersion));
    return [{ number, words: title, card: { ...card }, liveSince: dueAt }];
  });
  const last = new Map(coming.map((one) => [one.number, one]));
  const there = await reads.findBanners(siteId, at.toISOString());
  return bannersAt([...there.filter(({ number }) => !last.has(number)), ...last.values()], at);
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
  topics: Coming<Card>["topics"],
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
  return [{ card: toCard(said), listedIn, tagIds: content.tagIds, topics, form: content.kind, section }];
}

/** Of what goes live twice until then, the last. */
function lastOfEach(coming: readonly Coming<Card>[]): Coming<Card>[] {
  return [...new Map(coming.map((one) => [one.card.number, one])).values()];
}
