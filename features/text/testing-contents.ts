import { type ArticleContent, article, FORMS, ORIGINS } from "#features/kinds/article.ts";
import { emptyContent, parseContent } from "./content.ts";
import { BULLET_STYLES, NUMBER_STYLES } from "./markers.ts";
import { AI_LABELS, MARKS } from "./vocabulary.ts";

type Json = Record<string, unknown>;

/** Words that a text is made of by chance: letters in both spellings, signs of JSON and HTML, nothing at all. */
const WORDS = [
  "Phường ",
  "Sen Hồ",
  "Sen Hồ".normalize("NFD"),
  ' "họp" ',
  "<b>&amp;",
  "😀",
  "\u00a0",
  " ",
  "",
  "a\\n",
  "१२",
];

const HASH = "5e".repeat(32);

/**
 * Contents by chance, over all that a text may contain, as they are kept.
 *
 * @param seed the same seed, the same contents
 */
export function someContents(seed: number, many: number): ArticleContent[] {
  return Array.from({ length: many }, (_, at) => contentBy(dice(seed + at)));
}

/** Mulberry32: small, and the same everywhere. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function contentBy(roll: () => number): ArticleContent {
  const upTo = (most: number) => Math.floor(roll() * (most + 1));
  const oneOf = <T>(all: readonly T[]): T => all[upTo(all.length - 1)] as T;
  const some = <T>(most: number, make: () => T): T[] => Array.from({ length: upTo(most) }, make);
  const maybe = (value: Json): Json => (roll() < 0.5 ? value : {});
  const words = () => some(3, () => oneOf(WORDS)).join("");
  const name = () => ({ name: words(), post: words(), personId: roll() < 0.5 ? null : 1 + upTo(9) });

  const mark = (type: string) =>
    type === "link" ? { type, attrs: { href: oneOf(["https://a.vn/", "/tin", "mailto:a@b.vn"]) } } : { type };
  const marks = () =>
    Object.keys(MARKS)
      .filter(() => roll() < 0.2)
      .sort(() => roll() - 0.5)
      .map(mark);
  const inlines = () =>
    some(4, () => (roll() < 0.1 ? { type: "hardBreak" } : { type: "text", text: `${words()}x`, marks: marks() }));
  const align = () => maybe({ align: oneOf([null, "center", "right", "justify"]) });
  const paragraph = (): Json => ({ type: "paragraph", attrs: align(), content: inlines() });
  const point = (depth: number) => ({ type: "listItem", content: [paragraph(), ...flow(depth, 1)] });
  const points = (depth: number) => [point(depth), ...some(2, () => point(depth))];
  const list = (depth: number): Json =>
    roll() < 0.5
      ? { type: "bulletList", attrs: maybe({ style: oneOf(BULLET_STYLES) }), content: points(depth) }
      : {
          type: "orderedList",
          attrs: { ...maybe({ style: oneOf(NUMBER_STYLES) }), ...maybe({ start: 1 + upTo(9) }) },
          content: points(depth),
        };
  const flow = (depth: number, most: number): Json[] =>
    some(most, () => (depth > 0 && roll() < 0.4 ? list(depth - 1) : paragraph()));
  const span = () => ({ ...maybe({ colspan: 1 + upTo(2) }), ...maybe({ rowspan: 1 + upTo(2) }) });
  const cell = () => ({
    type: oneOf(["tableCell", "tableHeader"]),
    attrs: span(),
    content: [paragraph(), ...flow(1, 1)],
  });
  const picture = (): Json => ({
    type: "figure",
    attrs: { ...maybe({ alt: words() }), ...maybe({ credit: words() }), ...maybe({ decorative: roll() < 0.5 }) },
    content: inlines(),
  });
  const beside = () => ({ ...maybe({ poster: { file: HASH } }), ...maybe({ subtitles: { file: HASH } }) });
  const media = () => ({
    ...{ ...maybe({ title: words() }), ...maybe({ credit: words() }) },
    ...{ ...maybe({ transcript: `${words()}\n${words()}` }), ...maybe({ speechless: roll() < 0.5 }) },
    ...maybe({ ai: oneOf(AI_LABELS) }),
  });
  const blocks: (() => Json)[] = [
    paragraph,
    () => list(2),
    () => ({ type: "heading", attrs: { ...align(), ...maybe({ level: oneOf([2, 3, 4]) }) }, content: inlines() }),
    () => ({ type: "blockquote", content: [paragraph(), ...flow(1, 2)] }),
    () => ({
      type: "table",
      attrs: maybe({ caption: words() }),
      content: [
        { type: "tableRow", content: some(3, cell) },
        ...some(2, () => ({ type: "tableRow", content: some(3, cell) })),
      ],
    }),
    picture,
    () => ({ type: "gallery", attrs: maybe({ caption: words() }), content: [picture(), ...some(2, picture)] }),
    () => ({ type: "attachment", attrs: { ...maybe({ title: words() }), ...maybe({ summary: words() }) } }),
    () => ({ type: "video", attrs: { ...beside(), ...media() }, content: inlines() }),
    () => ({ type: "audio", attrs: media(), content: inlines() }),
  ];
  return parseContent(article, {
    ...emptyContent(article),
    ...maybe({ kind: oneOf(FORMS) }),
    ...maybe({ origin: oneOf(ORIGINS) }),
    ...{
      kicker: words(),
      headline: words(),
      standfirst: words(),
      aiLabel: words(),
      correction: words(),
      update: words(),
    },
    ...maybe({ slug: "phuong-hop" }),
    ...maybe({ sectionId: 1 + upTo(9) }),
    ...{ secondSectionIds: some(3, () => 1 + upTo(9)), tagIds: some(3, () => 1 + upTo(9)) },
    ...maybe({ byline: { hidden: roll() < 0.5, names: some(3, name) } }),
    ...maybe({ source: { name: words(), url: oneOf(["", "https://bao.example/"]) } }),
    ...maybe({ datedAt: "2021-06-23T10:27:00+07:00" }),
    body: { type: "doc", content: [oneOf(blocks)(), ...some(5, () => oneOf(blocks)())] },
  });
}
