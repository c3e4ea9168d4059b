import type { Tx } from "#db/transaction.ts";
import { statesOf } from "#features/files/store.ts";
import { kindOf } from "#features/kinds/kinds.ts";
import { papersBeside } from "#features/sites/papers-store.ts";
import { placesOf } from "#features/sites/places-store.ts";
import { lockSections } from "#features/sites/sections-store.ts";
import { holdWeek, weeksBeside } from "#features/sites/weeks-store.ts";
import { carriedOf, withOwn } from "#features/text/carried.ts";
import { usesOf } from "#features/text/figures.ts";
import { blocking, type FileFacts, type Gap, type GapFacts, type RelatedState } from "#features/text/gaps.ts";
import type { Content } from "#features/text/kind.ts";
import { isoDayOf } from "#lib/dates.ts";
import { Refusal } from "#lib/refusal.ts";
import { relatedAmong } from "./related-store.ts";
import { holdOriginalOf, originalOf } from "./sisters-store.ts";
import { revisionText } from "./store.ts";
import type { Story } from "./story.ts";

/** Everything still missing in the open text, all at once: in what is its own, as whoever writes it sees it. */
export function gapsOf({ document, open, buffer }: Story, facts: GapFacts): Gap[] {
  const kind = kindOf(document);
  return open && buffer ? kind.gaps(withOwn(kind, buffer.content, facts.before ?? {}), facts) : [];
}

/** What the open text cannot know of itself. */
export async function gapFactsOf(tx: Tx, { open, document, buffer, now }: Story): Promise<GapFacts> {
  const places = await placesOf(tx, document.siteId, document.id);
  const named = buffer ? usesOf(kindOf(document), buffer.content) : [];
  const files = await statesOf(tx, document.siteId, named);
  const papers = buffer && kindOf(document).papers?.(buffer.content);
  const beside = {
    ...(papers ? await papersBeside(tx, document, papers) : {}),
    ...(await weeksBeside(tx, document, mondayIn({ document, buffer }))),
  };
  const facts = {
    ...places,
    files,
    ...beside,
    number: document.id,
    now,
    related: await relatedIn(tx, { document, buffer }),
    ...(kindOf(document).sister === undefined ? {} : { original: await originalOf(tx, document.id) }),
  };
  if (open?.baseRevisionId == null || kindOf(document).carried.length === 0) return facts;
  const base = await revisionText(tx, document.id, open.baseRevisionId);
  const before = carriedOf(kindOf(document), base?.content ?? {});
  return { ...facts, correcting: open.purpose === "correct", before };
}

/** Of which week the open text is; null where it says none, and where its kind is of none. */
function mondayIn({ document, buffer }: Pick<Story, "document" | "buffer">): string | null {
  const { ofWeek } = kindOf(document);
  return buffer && ofWeek ? (buffer.content[ofWeek] as string | null) : null;
}

/** How the articles stand that the open text names as related; an older text may name none at all. */
async function relatedIn(tx: Tx, { document, buffer }: Pick<Story, "document" | "buffer">) {
  const { related: field } = kindOf(document);
  const numbers: number[] = field === undefined || !buffer ? [] : (buffer.content[field] as number[]);
  const known = await relatedAmong(tx, document.siteId, numbers);
  const stateOf = (number: number): RelatedState => {
    const found = known.find(({ id }) => id === number);
    return found === undefined ? "unknown" : found.visibility === "live" ? "live" : "gone";
  };
  return new Map(numbers.map((number) => [number, stateOf(number)]));
}

/**
 * Asked of a text that is not the open one, or of another hour than now: whether all that it shows may be shown then.
 * @throws {Refusal} `not_ready` naming each file that may not
 */
export async function refuseWithoutRights(tx: Tx, story: Story, content: Content, at: Date): Promise<void> {
  const kind = kindOf(story.document);
  const known = await statesOf(tx, story.document.siteId, usesOf(kind, content));
  const day = isoDayOf(at);
  const files = new Map(
    [...known].map(([use, facts]): [string, FileFacts] => {
      const { rights } = facts;
      return [
        use,
        rights ? { ...facts, rights: { ...rights, hasEnded: rights.end !== null && rights.end < day } } : facts,
      ];
    }),
  );
  const missing = blocking(kind.gaps(content, { files }), "publish").filter(({ rightsOf }) => rightsOf !== undefined);
  if (missing.length > 0) throw new Refusal("not_ready", missing.map(({ sentence }) => sentence).join(" "));
}

/** @throws {Refusal} `not_ready` naming everything that stands in the way */
export async function refuseIfIncomplete(tx: Tx, story: Story, needs: "submit" | "publish"): Promise<void> {
  const monday = mondayIn(story);
  // Of a page and a section that want one address at once the second one finds what the first has become.
  if (needs === "publish" && getsAddressAtRoot(story)) await lockSections(tx, story.document.siteId);
  if (needs === "publish" && monday !== null) await holdWeek(tx, story.document.siteId, monday);
  if (needs === "publish" && kindOf(story.document).sister !== undefined) await holdOriginalOf(tx, story.document.id);
  const missing = blocking(gapsOf(story, await gapFactsOf(tx, story)), needs);
  if (missing.length > 0) throw new Refusal("not_ready", missing.map((gap) => gap.sentence).join(" "));
}

const getsAddressAtRoot = ({ document }: Story): boolean => kindOf(document).atRoot && document.firstLiveAt === null;
