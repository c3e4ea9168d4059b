import { accountPath, deskPath, documentPath, libraryFilePath, sectionsPath } from "#features/addresses/desk.ts";
import { dayOfLicence } from "#features/files/rights.ts";
import type { KindName } from "#features/kinds/kinds.ts";
import { type FileFilter, fileFilterOf, libraryAddress } from "#features/library/filter.ts";
import { cleanLine } from "#lib/nfc.ts";
import words from "#messages/vi/mail.json" with { type: "json" };
import terms from "#messages/vi/terms.json" with { type: "json" };
import { BY_URGENCY, type DocumentMailKind } from "./kinds.ts";
import type { Ending } from "./licences-store.ts";
import type { NameProposal } from "./names-store.ts";

/** A message as it leaves. */
export type Letter = { id: string; to: { name: string; address: string }; subject: string; text: string; html: string };

export type About = {
  /** The message's number. */
  id: number;
  name: string;
  email: string;
  siteName: string;
  /** Of the site: scheme and host. */
  origin: string;
};

type Of = { id: number; kind: KindName; title: string };

type Why = DocumentMailKind | "asked";

type OfLicences = Ending & { personId: number };

/** A headline in a subject, in characters: more is cut by whoever shows it. */
const LONGEST_TITLE = 150;

/**
 * What a message says: which document, why, and where to go on. Of a text it has the title alone.
 *
 * @param kinds why, at least one
 * @param document null where it is about an account
 */
export function letterAbout(about: About, kinds: readonly Why[], document: Of | null): Letter {
  const { origin, siteName } = about;
  const why = BY_URGENCY.filter((kind): kind is Why => kinds.some((one) => one === kind));
  const title = shortened(cleanLine(document?.title ?? "")) || words.letter.untitled;
  const What = document ? terms.What[document.kind] : "";
  const [first = "waiting"] = why;
  const what = filled(words.kinds[first], { What });
  return written(about, {
    subject: document ? filled(words.letter.about, { what, title }) : `${what} (${siteName})`,
    said: why.map((kind) => filled(words.letter[kind], { title, What })),
    link: `${origin}${document ? documentPath(document.id) : deskPath}`,
  });
}

/** What a message says of a file whose erasure waits for a second person: not what it is called, for that may be what shall go. */
export function letterAboutErasure(about: About, sha256: string): Letter {
  return written(about, {
    subject: `${words.letter.erasureAbout} (${about.siteName})`,
    said: [words.letter.erasure],
    link: `${about.origin}${libraryFilePath(sha256)}`,
  });
}

/** What a message says of a name that was proposed for a section: that it waits, or to whoever proposed it what became of it. */
export function letterAboutName(about: About, { before, after, outcome }: NameProposal): Letter {
  const names = { section: named(before), name: named(after) };
  const kind = outcome === "waits" ? "asked" : "answered";
  return written(about, {
    subject: `${words.kinds[kind]} (${about.siteName})`,
    said: [filled(words.letter.name[outcome], names)],
    link: `${about.origin}${sectionsPath}`,
  });
}

const named = (name: string): string => shortened(cleanLine(name));

/** What a message says of licences that end soon: how many, when the first one does, and what some of the files are called. */
export function letterAboutLicences(about: About, { total, first, called, isOwn, personId }: OfLicences): Letter {
  const { origin, siteName } = about;
  const filter: FileFilter = { ...fileFilterOf({}), right: "ending", personId: isOwn ? personId : null };
  const names = called.map((name) => `“${shortened(cleanLine(name)) || words.letter.unnamed}”`);
  const list = total > names.length ? [...names, "…"] : names;
  return written(about, {
    subject: `${words.kinds.licence} (${siteName})`,
    said: [
      filled(words.letter.licence, { count: String(total), day: dayOfLicence(first) }),
      list.join(", "),
      words.letter.licenceDo,
    ],
    link: `${origin}${libraryAddress(filter)}`,
  });
}

type Says = { subject: string; said: readonly string[]; link: string };

function written({ id, name, email, origin, siteName }: About, { subject, said, link }: Says): Letter {
  const settings = `${origin}${accountPath}`;
  const foot = filled(words.letter.foot, { site: siteName });
  return {
    // The same at every try, so that a server that has taken it before can see that.
    id: `mail-${id}@${new URL(origin).hostname}`,
    to: { name, address: email },
    subject,
    text: [...said, `${words.letter.open}: ${link}`, `${foot} ${settings}`].join("\n\n"),
    html: page([
      ...said.map(escaped),
      `<a href="${escaped(link)}">${words.letter.open}</a>`,
      `<small>${escaped(foot)} <a href="${escaped(settings)}">${escaped(settings)}</a></small>`,
    ]),
  };
}

function shortened(title: string): string {
  const letters = [...title];
  return letters.length > LONGEST_TITLE
    ? `${letters
        .slice(0, LONGEST_TITLE - 1)
        .join("")
        .trim()}…`
    : title;
}

function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all);
}

function page(paragraphs: readonly string[]): string {
  const body = paragraphs.map((one) => `<p>${one}</p>`).join("\n");
  return `<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
