import { beforeAll, expect, test } from "vitest";
import { type Tx, transaction } from "#db/transaction.ts";
import { lastStepOf } from "#features/mail/whom-store.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import {
  aText,
  drafted,
  type Office,
  type Person,
  published,
  type Root,
  rootOf,
  seen,
  submitted,
  typeIn,
} from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { anArticleIn } from "#features/moves/testing-places.ts";
import { aPage, publishedPage, typeAtRoot } from "#features/moves/testing-root.ts";
import { askerOf } from "#features/workflow/asker.ts";
import { eyesOn, senderDecidesOn } from "#features/workflow/eyes.ts";
import { restorersOf } from "#features/workflow/eyes-store.ts";
import { isWantedToConfirm } from "#features/workflow/four-eyes.ts";
import type { Move } from "#features/workflow/machine.ts";
import { SITUATIONS } from "#features/workflow/matrix.ts";
import { isOpenTo } from "#features/workflow/policy.ts";
import { findStory } from "#features/workflow/story-store.ts";
import { isTheirs, partiesOf } from "#features/workflow/who-may.ts";
import { HOUR_MS } from "#lib/dates.ts";
import { waitingFor } from "./home-store.ts";
import { WHYS, type Why } from "./lines.ts";
import { ranksOf } from "./lists-store.ts";

const { rows, bend, office, lends } = oneOffice();
let root: Root;
let root2: Root;
let people: Record<string, Person>;
/** Documents of every state, by what they are. */
const documents = new Map<string, number>();

type Name = Extract<keyof Office, "reporter" | "editor" | "approver" | "approver2">;
type Confirmed = { by: Name; inNameOf?: Name };

const TYPED: readonly (readonly Name[])[] = [[], ["editor"], ["approver"], ["editor", "approver2"]];
const SENT: readonly Name[] = ["reporter", "editor", "approver"];
const CONFIRMED: readonly (readonly Confirmed[])[] = [
  [],
  [{ by: "reporter" }],
  [{ by: "editor", inNameOf: "reporter" }],
  [{ by: "approver2" }, { by: "editor", inNameOf: "approver" }],
];

beforeAll(async () => {
  const { siteId, news, reporter, approver } = office;
  root = await rootOf(office);
  root2 = await rootOf(office);
  const [other] = await rows(
    `with other as (insert into people (name, email) values ('Other', 'other@thu.example') returning id)
     insert into grants (person_id, site_id, section_id, role) select id, $1, $2, 'reporter' from other returning person_id`,
    [siteId, news],
  );
  people = {
    ...{ reporter, editor: office.editor, approver, approver2: office.approver2 },
    ...{ other: { siteId, personId: other?.person_id }, admin: office.admin, stranger: office.stranger },
    ...{ rootReporter: root.reporter, rootEditor: root.editor, rootApprover: root.approver, root2: root2.approver },
  };
  await lends(reporter, office.editor);
  await lends(approver, office.editor);
  for (const place of SITUATIONS) documents.set(place, await anArticleIn(place, office));
  for (const typed of TYPED) {
    for (const sentBy of SENT) for (const confirmed of CONFIRMED) await putInReview(typed, sentBy, confirmed);
  }
  await putWhereTheClockWas();
  await putWithWriters();
  await putUnderAnOrder();
  await putWithApprovers();
  await putAtTheRoot();
}, 240_000);

/** The reporter's text, in which others have typed, sent on by somebody and confirmed by others. */
async function putInReview(typed: readonly Name[], sentBy: Name, confirmed: readonly Confirmed[]): Promise<void> {
  const id = await drafted(office);
  for (const name of typed) await typeIn(office[name], id, { standfirst: `Do ${name} sửa.` });
  await carryOut(office[sentBy], "submit", id, {});
  for (const { by, inNameOf } of confirmed) {
    const forPersonId = inNameOf && office[inNameOf].personId;
    await carryOut(office[by], "confirm", id, { ...(await seen(office[by], id)), ...(forPersonId && { forPersonId }) });
  }
  const signed = confirmed.map(({ by, inNameOf }) => (inNameOf ? `${by} for ${inNameOf}` : by));
  documents.set(`in review, typed in by ${typed}, sent by ${sentBy}, confirmed by ${signed}`, id);
}

/** An hour that was missed, and one that has passed. */
async function putWhereTheClockWas(): Promise<void> {
  const { approver } = office;
  for (const what of ["missed", "overdue"]) {
    const id = await submitted(office);
    await carryOut(approver, "approve", id, await seen(approver, id));
    await carryOut(approver, "schedule", id, { ...(await seen(approver, id)), at: new Date(Date.now() + HOUR_MS) });
    if (what === "missed") await carryOut({ siteId: office.siteId, clock: true }, "miss", id, { reason: "Thiếu." });
    else await bend("update schedules set due_at = now() - interval '5 minutes' where document_id = $1", [id]);
    documents.set(what, id);
  }
}

/** Sent back, sent anew and taken back, and with words that were typed and not kept since it was sent. */
async function putWithWriters(): Promise<void> {
  const { reporter, editor, approver } = office;
  const back = async () => {
    const id = await submitted(office);
    await carryOut(approver, "return", id, { reason: "quality", words: "Ghi rõ thời gian." });
    return id;
  };
  documents.set("returned", await back());
  const again = await back();
  await carryOut(reporter, "submit", again, {});
  await carryOut(reporter, "take_back", again, {});
  documents.set("taken back", again);
  const typed = await submitted(office);
  await typeIn(editor, typed, { standfirst: "Vừa gõ." });
  documents.set("in review, with words that no version holds", typed);
}

/** Withdrawn on an authority's order: one of two has agreed to bring it back, or an update of it is approved meanwhile. */
async function putUnderAnOrder(): Promise<void> {
  const { reporter, approver } = office;
  for (const agreed of [[], [approver]]) {
    const id = await published(office);
    await carryOut(approver, "withdraw", id, { reason: "authority" });
    for (const person of agreed) await carryOut(person, "restore", id, {});
    documents.set(`withdrawn on order, agreed to by ${agreed.length}`, id);
  }
  const id = await published(office);
  await carryOut(approver, "withdraw", id, { reason: "authority" });
  await carryOut(reporter, "revise", id, {});
  await carryOut(reporter, "submit", id, {});
  await carryOut(approver, "approve", id, await seen(approver, id));
  documents.set("an approved update of what was withdrawn on order", id);
}

/** An update that moves an article to the section of the stranger, who has typed in it; and what an approver began. */
async function putWithApprovers(): Promise<void> {
  const { reporter, approver, stranger, elsewhere } = office;
  const id = await published(office);
  await carryOut(reporter, "revise", id, {});
  await typeIn(reporter, id, { sectionId: elsewhere });
  await typeIn(stranger, id, { standfirst: "Do người duyệt nơi mới sửa." });
  await carryOut(reporter, "submit", id, {});
  documents.set("in review, moved to another section", id);
  const begun = await start(approver, "article");
  await typeIn(approver, begun, aText(office.party));
  await carryOut(approver, "submit", begun, {});
  documents.set("in review, begun and sent by an approver", begun);
}

/** Pages, which stand in no section. */
async function putAtTheRoot(): Promise<void> {
  const { editor, approver } = root;
  const live = async (slug: string) => publishedPage(root, { title: slug, slug });
  const hidden = await live("tam-an");
  await carryOut(editor, "hide", hidden, { reason: "Rà soát" });
  documents.set("a hidden page", hidden);
  const ordered = await live("theo-lenh");
  await carryOut(approver, "withdraw", ordered, { reason: "authority" });
  await carryOut(approver, "restore", ordered, {});
  documents.set("a page that was withdrawn on order", ordered);
  const page = async (slug: string) => {
    const id = await start(editor, "page");
    await typeAtRoot(editor, id, aPage({ title: slug, slug }));
    await carryOut(editor, "submit", id, {});
    return id;
  };
  documents.set("a page in review", await page("cho-duyet"));
  const owed = await page("khan");
  await carryOut(approver, "emergency_publish", owed, { ...(await seen(approver, owed)), reason: "Bão" });
  documents.set("an owed page", owed);
}

test("the desk's home says of every document to everybody what the law says, and why", {
  timeout: 240_000,
}, async () => {
  const shown: Record<string, Record<string, Why | null>> = {};
  const said: typeof shown = {};
  for (const [who, person] of Object.entries(people)) {
    const { lines } = await waitingFor(await ranksOf(person), 1_000);
    const listed = new Map(lines.map(({ id, why }) => [id, why]));
    shown[who] = Object.fromEntries([...documents].map(([what, id]) => [what, listed.get(id) ?? null]));
    said[who] = await transaction((tx) => eachByTheLaw(tx, person));
  }
  expect(shown).toEqual(said);
  // Each reason was there, or a list that lacks it would agree as well.
  const whys = new Set(Object.values(said).flatMap((each) => Object.values(each)));
  expect(WHYS.filter((why) => !whys.has(why))).toEqual([]);
});

async function eachByTheLaw(tx: Tx, person: Person): Promise<Record<string, Why | null>> {
  const said: Record<string, Why | null> = {};
  for (const [what, id] of documents) said[what] = await byTheLaw(tx, person, id);
  return said;
}

/** Why a document waits for somebody, as the policy and four eyes say: the most pressing reason. */
async function byTheLaw(tx: Tx, person: Person, id: number): Promise<Why | null> {
  const story = await findStory(tx, person.siteId, id);
  if (!story) throw new Error(`no document ${id}`);
  const asker = await askerOf(tx, person, story);
  if (asker.kind === "clock" || !asker.sees) return null;
  const { document, open } = story;
  const { lastStep } = await lastStepOf(tx, id);
  const restorers = (await restorersOf(tx, document)) ?? [];
  const eyes = open?.state === "in_review" ? await eyesOn(tx, story) : null;
  const sender = { sentBy: open?.submittedBy ?? null, senderDecides: await senderDecidesOn(tx, story) };
  const may = (move: Move) => isOpenTo(asker, move, story);
  const decides = isTheirs(asker, "publish", partiesOf(story));
  const holds: Record<Why, boolean> = {
    failed: may("publish") && lastStep === "miss",
    overdue: open?.state === "scheduled" && id === documents.get("overdue") && decides,
    owed: may("countersign"),
    restoring: restorers.some((one) => one !== person.personId) && may("restore"),
    returned: open?.state === "draft" && lastStep === "return" && asker.isWriter,
    confirm: eyes !== null && !may("approve") && may("confirm") && isWantedToConfirm(eyes, asker, sender),
    review: open?.state === "in_review" && may("return"),
    // Also while an order stands in the way of publishing it: whoever decides about it has to know.
    approved: open?.state === "approved" && decides,
    hidden: document.visibility === "hidden" && open === null && may("restore"),
  };
  return WHYS.find((why) => holds[why]) ?? null;
}
