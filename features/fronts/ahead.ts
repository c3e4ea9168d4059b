import type { Placed, Source } from "./fill.ts";

/** An article as it will be once its hour has come, and where readers will find it then. */
export type Coming<C> = {
  card: C;
  /** Every section on whose page it will be listed. */
  listedIn: readonly number[];
  tagIds: readonly number[];
  /** In which topics it has been put. */
  topics: readonly { id: number; isPinned: boolean }[];
  form: string;
  /** In whose own list it will stand. */
  section: { id: number; name: string; slug: string };
};

/**
 * What readers would have with what is to come. It says nothing of how often things will have been read: that list is of today,
 * but for what is said in it anew.
 */
export function withComing<C extends Placed>(source: Source<C>, coming: readonly Coming<C>[]): Source<C> {
  const numbers = new Set(coming.map(({ card }) => card.number));
  const newestFirst = (one: C, other: C) =>
    other.shownAt.getTime() - one.shownAt.getTime() || other.number - one.number;
  /** More is asked for, as what comes anew may take the place of what is there. */
  async function mixed(found: (limit: number) => Promise<C[]>, limit: number, isOfIt: (one: Coming<C>) => boolean) {
    const stands = (await found(limit + coming.length)).filter(({ number }) => !numbers.has(number));
    const comes = coming.filter(isOfIt).map(({ card }) => card);
    return [...stands, ...comes].sort(newestFirst).slice(0, limit);
  }
  const isIn = ({ listedIn }: Coming<C>, section: number | null) => section === null || listedIn.includes(section);
  const asItWillBe = (card: C) => coming.find((one) => one.card.number === card.number)?.card ?? card;
  return {
    newest: (limit) =>
      mixed(
        (most) => source.newest(most),
        limit,
        ({ card }) => card.isNews,
      ),
    inSection: (id, limit) =>
      mixed(
        (most) => source.inSection(id, most),
        limit,
        (one) => isIn(one, id),
      ),
    withTag: (id, limit) =>
      mixed(
        (most) => source.withTag(id, most),
        limit,
        (one) => one.tagIds.includes(id),
      ),
    ofForm: (form, limit, of) =>
      mixed(
        (most) => source.ofForm(form, most, of),
        limit,
        (one) => one.form === form && isIn(one, of),
      ),
    async mostRead(hours, limit, of) {
      const found = await source.mostRead(hours, limit + coming.length, of);
      const leaves = coming.filter((one) => !isIn(one, of)).map(({ card }) => card.number);
      return found
        .filter(({ number }) => !leaves.includes(number))
        .slice(0, limit)
        .map(asItWillBe);
    },
    async inTopic(number, limit) {
      const found = await source.inTopic(number, limit + coming.length);
      const isThere = (isPinned: boolean) => (one: Coming<C>) =>
        one.topics.some((topic) => topic.id === number && topic.isPinned === isPinned);
      const pinned = await mixed(async () => found.pinned, limit, isThere(true));
      return { pinned, others: await mixed(async () => found.others, limit - pinned.length, isThere(false)) };
    },
    async byNumber(asked) {
      const found = await source.byNumber(asked.filter((number) => !numbers.has(number)));
      return [...found, ...coming.map(({ card }) => card).filter(({ number }) => asked.includes(number))];
    },
    async eachSection(without, limit) {
      const found = await source.eachSection([...without, ...numbers], limit);
      const left = coming.filter(({ card }) => !without.includes(card.number));
      const known = new Set(found.map(({ section }) => section.id));
      const opened = left
        .map(({ section }) => section)
        .filter(({ id }, at, all) => !known.has(id) && all.findIndex((one) => one.id === id) === at);
      return [...found, ...opened.map((section) => ({ section, cards: [] as C[] }))].map(({ section, cards }) => ({
        section,
        cards: [...cards, ...left.filter((one) => one.section.id === section.id).map(({ card }) => card)]
          .sort(newestFirst)
          .slice(0, limit),
      }));
    },
  };
}
