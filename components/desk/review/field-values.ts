import type { ArticleContent } from "#features/kinds/article.ts";
import type { BannerContent } from "#features/kinds/banner.ts";
import type { Level } from "#features/kinds/banner-sentences.ts";
import type { Band, FrontContent, Template } from "#features/kinds/front.ts";
import { WITH_RULE } from "#features/kinds/front.ts";
import { hourInWords } from "#features/kinds/hour.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { type Focus, type LeadPicture, leadFigure } from "#features/kinds/lead.ts";
import type { PageContent } from "#features/kinds/page.ts";
import type { PaperContent, PaperForm } from "#features/kinds/paper.ts";
import { type Accent, emblemFigure, type LowerEntry, type SiteContent } from "#features/kinds/site.ts";
import type { TopicContent } from "#features/kinds/topic.ts";
import type { TranslationContent } from "#features/kinds/translation.ts";
import type { Entry, WeekContent } from "#features/kinds/week.ts";
import type { Figure } from "#features/text/body.ts";
import { trueHosts } from "#features/text/host.ts";
import type { Fields } from "#features/text/kind.ts";
import { dayOf, momentOf, startOfDay } from "#lib/dates.ts";
import { entryLines } from "./week-entries.ts";

/** Names that a text refers to by number, and labels of its codes. */
export type Naming = {
  section: (id: number) => string;
  tag: (id: number) => string;
  page: (id: number) => string;
  topic: (id: number) => string;
  article: (number: number) => string;
  form: (code: ArticleContent["kind"]) => string;
  origin: (code: ArticleContent["origin"]) => string;
  place: (code: PageContent["place"]) => string;
  paper: (id: number) => string;
  paperForm: (code: PaperForm) => string;
  accent: (code: Accent) => string;
  template: (code: Template) => string;
  /** What is said of a banner beside its words. */
  banner: { level: (code: Level) => string; sentence: (isFixed: boolean) => string };
  /** What is said of a front beside names. */
  front: {
    home: string;
    newDays: (days: number) => string;
    slots: (slots: number) => string;
    titled: (title: string) => string;
    rule: (by: Band["rule"]["by"], name: string) => string;
  };
  /** Of an entry of a week: when it takes place, how it stands, and what its words are about. */
  entry: {
    words: (field: "what" | "leaders" | "place" | "others" | "prepares") => string;
    day: (day: number) => string;
    time: (when: Entry["when"]) => string;
    state: (state: Entry["state"]) => string;
  };
  hidden: string;
  /** That a site has one. */
  emblem: string;
  /** Which of its English names one is. */
  english: (field: "name" | "agency") => string;
  /** Of a picture that needs no words. */
  decorative: string;
  /** What lists keep in sight of a lead picture. */
  focus: (at: Focus) => string;
  /** Said beside an address whose host is not what it looks like. */
  trueHost: (host: string) => string;
};

/** An address, with its true host where the way it is written may mislead. */
export function addressLine(address: string, { trueHost }: Pick<Naming, "trueHost">): string {
  return [address, ...trueHosts(address).map(trueHost)].join(" ");
}

type Say = (content: Fields, naming: Naming) => string;
type Says<C> = { [F in Exclude<keyof C, "version" | "body">]?: (content: C, naming: Naming) => string };

/** What fields say that are more than words of their own. */
const ARTICLE: Says<ArticleContent> = {
  lead: (content) => leadLine(content),
  sectionId: ({ sectionId }, naming) => (sectionId === null ? "" : naming.section(sectionId)),
  secondSectionIds: ({ secondSectionIds }, naming) => secondSectionIds.map(naming.section).join(", "),
  tagIds: ({ tagIds }, naming) => tagIds.map(naming.tag).join(", "),
  related: ({ related }, naming) => related.map((number, at) => `${at + 1}. ${naming.article(number)}`).join("\n"),
  kind: ({ kind }, naming) => naming.form(kind),
  origin: ({ origin }, naming) => naming.origin(origin),
  byline({ byline }, naming) {
    const names = byline.names.map(({ name, post }) => (post === "" ? name : `${name} (${post})`)).join(", ");
    return byline.hidden ? `${names} – ${naming.hidden}` : names;
  },
  source: ({ source }, naming) =>
    [source.name, addressLine(source.url, naming)].filter((part) => part !== "").join(" – "),
  validUntil: ({ kind, validUntil }) => (kind === "notice" ? hourInWords(validUntil) : ""),
  datedAt: ({ datedAt }) => (datedAt === null ? "" : momentOf(new Date(datedAt))),
};

const leadLine = ({ lead: { file, caption, credit } }: { lead: LeadPicture }) =>
  file === null ? "" : [caption, credit].filter(Boolean).join(" – ");

const TOPIC: Says<TopicContent> = { lead: leadLine };
const TRANSLATION: Says<TranslationContent> = { lead: leadLine };

const BANNER: Says<BannerContent> = {
  level: ({ level }, naming) => naming.banner.level(level),
  sentence: ({ sentence }, naming) => naming.banner.sentence(sentence !== ""),
  blanks: ({ blanks }) => blanks.join("; "),
  link: ({ link }, naming) => addressLine(link, naming),
  begins: ({ begins }) => hourInWords(begins),
  ends: ({ ends }) => hourInWords(ends),
};

const FRONT: Says<FrontContent> = {
  sectionId: ({ sectionId }, naming) => (sectionId === null ? naming.front.home : naming.section(sectionId)),
  newDays: ({ newDays }, naming) => (newDays === null ? "" : naming.front.newDays(newDays)),
  bands: ({ bands }, naming) => bands.flatMap((band, at) => bandLines(band, at + 1, naming)).join("\n"),
};

const PAGE: Says<PageContent> = {
  place: ({ place }, naming) => naming.place(place),
};

const onDay = (day: string | null) => (day === null ? "" : dayOf(startOfDay(day)));

const PAPER: Says<PaperContent> = {
  form: ({ form }, naming) => naming.paperForm(form),
  signer: ({ signer }) => [signer.name, signer.post].filter((part) => part !== "").join(", "),
  issuedOn: ({ issuedOn }) => onDay(issuedOn),
  effectiveOn: ({ effectiveOn }) => onDay(effectiveOn),
  expiresOn: ({ expiresOn }) => onDay(expiresOn),
  replaces: ({ replaces }, naming) => replaces.map(naming.paper).join("\n"),
};

const WEEK: Says<WeekContent> = {
  monday: ({ monday }) => onDay(monday),
  entries: ({ entries }, naming) => entryLines(entries, naming),
};

const SITE: Says<SiteContent> = {
  emblem: ({ emblem }, naming) => (emblem.file === null ? "" : naming.emblem),
  english: ({ english }, naming) =>
    (["name", "agency"] as const)
      .flatMap((field) => (english[field] === "" ? [] : [`${naming.english(field)}: ${english[field]}`]))
      .join("\n"),
  accent: ({ accent }, naming) => naming.accent(accent),
  menu: ({ menu }, naming) =>
    menu
      .flatMap(({ below, ...entry }) => [
        entryLine(entry, naming),
        ...below.map((one) => `– ${entryLine(one, naming)}`),
      ])
      .join("\n"),
  notice: ({ notice: { words, until } }) => [words, hourInWords(until)].filter((part) => part !== "").join(" – "),
};

const SAYS = {
  article: ARTICLE,
  banner: BANNER,
  front: FRONT,
  page: PAGE,
  paper: PAPER,
  site: SITE,
  topic: TOPIC,
  translation: TRANSLATION,
  week: WEEK,
};

/** The picture that a field is; null where it is another thing, or says nothing. */
export function fieldFigure(kind: KindName, field: string, content: Fields): Figure | null {
  if (hasLead(kind) && field === "lead") return leadFigure((content as ArticleContent | TopicContent).lead);
  return kind === "site" && field === "emblem" ? emblemFigure((content as SiteContent).emblem) : null;
}

/** What lists keep in sight of the picture that a field is; null for its middle, and where the field is another thing. */
export function fieldFocus(kind: KindName, field: string, content: Fields): Focus | null {
  return hasLead(kind) && field === "lead" ? (content as ArticleContent | TopicContent).lead.focus : null;
}

const hasLead = (kind: KindName) => kind === "article" || kind === "topic" || kind === "translation";

/** What a field says, as a line (of a menu: lines) that people read. */
export function fieldLine(kind: KindName, field: string, content: Fields, naming: Naming): string {
  const say = (SAYS[kind] as Record<string, Say | undefined>)[field];
  return say ? say(content, naming) : String(content[field] ?? "");
}

/** A band in one line, and each of its tiles in one more. */
function bandLines({ template, title, rule, slots, tiles }: Band, place: number, naming: Naming): string[] {
  const said = [
    ...(title === "" ? [] : [naming.front.titled(title)]),
    ...(WITH_RULE.includes(template) ? [ruleLine(rule, naming)] : []),
    ...(slots === 0 ? [] : [naming.front.slots(slots)]),
  ];
  return [
    `${place}. ${[naming.template(template), ...said].join(", ")}`,
    ...tiles.map(({ words, address }) => `– ${words}: ${addressLine(address, naming)}`),
  ];
}

function ruleLine(rule: Band["rule"], naming: Naming): string {
  return naming.front.rule(rule.by, ruleName(rule, naming));
}

/** What a rule names, or in how many hours its articles were read; "" where it is all there is to say. */
function ruleName(rule: Band["rule"], naming: Naming): string {
  switch (rule.by) {
    case "newest":
      return "";
    case "most_read":
      return String(rule.hours);
    case "form":
      return naming.form(rule.form);
    default:
      return naming[rule.by](rule.id);
  }
}

function entryLine(entry: LowerEntry, naming: Naming): string {
  const { words } = entry;
  if (entry.to === "link") return `${words}: ${addressLine(entry.address, naming)}`;
  const called = entry.to === "section" ? naming.section(entry.id) : naming.page(entry.id);
  return words === "" ? called : `${words} (${called})`;
}
