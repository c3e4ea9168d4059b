import { PRESSES, type Press } from "#features/moves/presses.ts";
import { hashSeen, type Person, seen, seenLive } from "#features/moves/testing.ts";
import { anArticleIn } from "#features/moves/testing-places.ts";
import { answerTo, type Ruling, SITUATIONS, type Situation } from "#features/workflow/matrix.ts";
import { HOUR_MS, toTyped } from "#lib/dates.ts";
import type { Product } from "./fixtures/base.ts";
import { call, saidIn } from "./fixtures/by-name.ts";
import { ASKERS, type Asker, cookiesOf } from "./fixtures/everybody.ts";
import { everything } from "./fixtures/everything.ts";
import { expect, type OwnSite, test } from "./fixtures/office.ts";
import { inDatabase } from "./fixtures/people.ts";

const ALL = Object.keys(PRESSES) as Press[];

let site: OwnSite;
let cookies: Partial<Record<Asker, string>>;
const articles = {} as Record<Situation, number>;

test.beforeAll(async ({ office, product }) => {
  site = office;
  cookies = await cookiesOf(product, office);
  for (const place of SITUATIONS) articles[place] = await anArticleIn(place, office);
});

for (const place of SITUATIONS) {
  test(`where an article is ${place}, forged presses are refused for the right reason and change nothing`, async ({
    product,
  }) => {
    const before = await everything(product, site.siteId);
    const hash = await hashesIn(product, articles[place]);
    const tries = await Promise.all(
      ASKERS.map(async (who) => {
        const answers: Record<string, string> = {};
        for (const press of ALL) {
          if (expectedOf(who, press, place) === "yes") continue;
          answers[press] = saidIn(await pressed(who, press, articles[place], hash(press)));
        }
        return [who, answers];
      }),
    );
    const expected = ASKERS.map((who) => [
      who,
      Object.fromEntries(ALL.map((press) => [press, expectedOf(who, press, place)]).filter(([, one]) => one !== "yes")),
    ]);
    expect(Object.fromEntries(tries)).toEqual(Object.fromEntries(expected));
    expect(await everything(product, site.siteId)).toEqual(before);
  });
}

// In which places who may is tried move by move at the commands (features/moves/matrix.db.spec.ts): each building an article
// costs more than the press. Here a press reaches its command for everybody who may, once.
for (const press of ALL) {
  test(`whoever may ${press} is not refused`, async ({ product }) => {
    const cells = ASKERS.flatMap((who) => {
      const place = SITUATIONS.find((one) => expectedOf(who, press, one) === "yes");
      return place === undefined ? [] : [{ place, who }];
    });
    expect(cells).not.toEqual([]);
    for (const { place, who } of cells) {
      const id = await anArticleIn(place, site);
      const answer = await pressed(who, press, id, (await hashesIn(product, id))(press), await sinceOf(who, press, id));
      expect(`${who} where it is ${place}: ${saidIn(answer)}`).toBe(`${who} where it is ${place}: yes`);
    }
  });
}

test("a press that is none, or is the clock's alone, is refused", async () => {
  for (const press of ["go_live", "miss", "start", "toString", "__proto__", ""]) {
    const answer = await sent({ documentId: String(articles.scheduled), press }, { cookie: cookies.approver });
    expect(`${press}: ${saidIn(answer)}`).toBe(`${press}: bad_input`);
  }
});

test("a press from a page of somebody else's, or with a forged cookie, is not carried out", async ({ product }) => {
  const id = await anArticleIn("review", site);
  const hash = (await hashesIn(product, id))("approve");
  const before = await everything(product, site.siteId);
  const since = await sinceOf("approver", "approve", id);
  const change = { documentId: String(id), press: "approve_and_publish", hash, since };
  const { approver } = cookies;
  const foreign = { origin: "https://xa-ben.example", "sec-fetch-site": "cross-site" };
  expect(saidIn(await sent(change, { cookie: approver, headers: foreign }))).not.toBe("yes");
  expect(saidIn(await sent(change, { cookie: `${approver?.slice(0, -6)}AAAAAA` }))).toBe("signed_out");
  expect(await everything(product, site.siteId)).toEqual(before);
  expect(saidIn(await sent(change, { cookie: approver }))).toBe("yes");
});

function expectedOf(who: Asker, press: Press, place: Situation): Ruling | "signed_out" {
  return who === "signed out" ? "signed_out" : answerTo(who, PRESSES[press][0], place);
}

async function pressed(who: Asker, press: Press, documentId: number, hash: string, since = "nothing") {
  const reason = press === "withdraw" ? "error" : "other";
  const change = {
    // Who opened the page is not said: what somebody may do is asked of the session alone.
    ...{ documentId: String(documentId), by: "", press, hash, since, reason, words: "Xem lại." },
    ...{ at: toTyped(new Date(Date.now() + HOUR_MS)), toPersonId: String(site.editor.personId) },
  };
  return sent(change, { cookie: cookies[who] });
}

type Sender = { cookie?: string; headers?: Record<string, string> };

/** A press as the page of an article sends it. */
const sent = (fields: Record<string, string>, sender: Sender) =>
  call("press", fields, { host: site.host, path: `/desk/documents/${fields.documentId}/review`, ...sender });

/** What somebody was shown the changes from. A reporter who had no hand in it knows as little as the administrator. */
async function sinceOf(who: Asker, press: Press, documentId: number): Promise<string> {
  const { reporter, editor, approver, approver2, admin } = site;
  const persons: Partial<Record<Asker, Person>> = { writer: reporter, editor, approver, starter: approver2 };
  const by = persons[who] ?? admin;
  return (press === "countersign" ? await seenLive(by, documentId) : await seen(by, documentId)).since;
}

/** What is on everybody's screen: the hash of the open text, or of what is live where that is asked about. */
async function hashesIn(product: Product, documentId: number): Promise<(press: Press) => string> {
  const open = await hashSeen(site.approver, documentId);
  const [live] = await inDatabase(
    product,
    "select r.content_hash as hash from documents a join revisions r on r.id = a.live_revision_id where a.id = $1",
    [documentId],
  );
  return (press) => (press === "countersign" ? (live?.hash ?? "") : open);
}
