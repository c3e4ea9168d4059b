import { describe, expect, test } from "vitest";
import { holdArticle } from "#db/testing-locks.ts";
import { transaction } from "#db/transaction.ts";
import { historyOf } from "#features/desk/document-store.ts";
import { saveDraft } from "#features/drafts/commands.ts";
import type { Actor } from "#features/workflow/asker.ts";
import type { DocumentMove } from "#features/workflow/machine.ts";
import { Refusal } from "#lib/refusal.ts";
import { carryOut, carryOutIn, start } from "./commands.ts";
import { aText, drafted, published, seen, seenLive, storyOf, submitted, typeIn } from "./testing.ts";
import { oneOffice } from "./testing-office.ts";

const { db, rows, office } = oneOffice();

const codes = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map((one) => {
    if (one.status === "fulfilled") return "done";
    if (one.reason instanceof Refusal) return one.reason.code;
    throw one.reason;
  });
const brokenAt = async (id: number) => (await transaction((tx) => historyOf(tx, id))).brokenAt;

describe("two at once", () => {
  test("of two approvers who publish, one does", async () => {
    const id = await submitted(office);
    const shown = await seen(office.approver, id);
    const pressed = [office.approver, office.approver2].map((by) => carryOut(by, ["approve", "publish"], id, shown));
    expect(codes(await Promise.allSettled(pressed)).sort()).toEqual(["done", "wrong_state"]);
    expect(
      await rows("select count(*)::integer as n from events where document_id = $1 and kind = 'went_live'", [id]),
    ).toEqual([{ n: 1 }]);
    expect(await brokenAt(id)).toBeNull();
  });
  test("a press that comes twice is carried out once", async () => {
    const id = await submitted(office);
    const shown = await seen(office.editor, id);
    const twice = [1, 2].map(() => carryOut(office.editor, "confirm", id, shown));
    expect(codes(await Promise.allSettled(twice))).toEqual(["done", "done"]);
    expect(await rows("select kind from approvals where document_id = $1", [id])).toEqual([{ kind: "confirm" }]);
    const again = [1, 2].map(() => carryOut(office.editor, "return", id, { reason: "other", words: "Xem lại." }));
    expect(codes(await Promise.allSettled(again)).sort()).toEqual(["done", "wrong_state"]);
  });
  test("of two who revise a live article, one opens the update", async () => {
    const id = await published(office);
    const both = [office.reporter, office.editor].map((by) => carryOut(by, "revise", id, {}));
    expect(codes(await Promise.allSettled(both)).sort()).toEqual(["done", "wrong_state"]);
  });
  test("of two tabs that save from one version, one is told of the other's text", async () => {
    const id = await start(office.reporter, "article");
    const save = (headline: string) =>
      saveDraft(office.reporter, {
        documentId: id,
        tab: crypto.randomUUID(),
        counter: 1,
        base: 1,
        content: aText(office.party, { headline }),
      });
    const saved = await Promise.all([save("Một"), save("Hai")]);
    expect(saved.map((one) => one.saved).sort()).toEqual([false, true]);
  });
});

describe("a submit that waits behind an autosave", () => {
  test("sends the words that were saved, and a save behind a submit is refused", async () => {
    const id = await drafted(office);
    const lock = await holdArticle(db.ownerUrl, id);
    const saving = typeIn(office.reporter, id, { headline: "Vừa gõ xong" }).catch((error: Refusal) => error.code);
    const sending = carryOut(office.reporter, "submit", id, {});
    await lock.waitFor(2);
    await lock.letGo();
    const [outcome] = await Promise.all([saving, sending]);
    const [revision] = await rows(
      "select content->>'headline' as headline from revisions where document_id = $1 order by id desc limit 1",
      [id],
    );
    const { buffer } = await storyOf(office.editor, id);
    expect(revision?.headline).toBe(buffer?.content.headline);
    if (typeof outcome === "object") expect(revision?.headline).toBe("Vừa gõ xong");
    else expect([outcome, revision?.headline]).toEqual(["not_allowed", aText(office.party).headline]);
  });
  test("an approval pressed while somebody types is of the old text, and refused", async () => {
    const id = await submitted(office);
    const shown = await seen(office.approver, id);
    const lock = await holdArticle(db.ownerUrl, id);
    const typing = typeIn(office.editor, id, { headline: "Sửa lúc đang duyệt" }).catch((error: Refusal) => error.code);
    await lock.waitFor(1);
    const approving = carryOut(office.approver, "approve", id, shown).catch((error: Refusal) => error.code);
    await lock.waitFor(2);
    await lock.letGo();
    const [saved, approved] = await Promise.all([typing, approving]);
    expect([typeof saved === "object" && saved.saved, approved]).toEqual([true, "out_of_date"]);
  });
});

describe("a transaction that began first and comes second", () => {
  test("gives back what was taken from readers meanwhile", async () => {
    const id = await published(office);
    await transaction(async (tx) => {
      await tx.execute("select now()");
      await carryOut(office.approver, "hide", id, { reason: "Rà soát" });
      await carryOutIn(tx, office.approver2, "restore", id, {});
    });
    expect((await storyOf(office.approver, id)).document.visibility).toBe("live");
  });

  test("takes back the confirmation that came in between", async () => {
    const { reporter, approver, approver2 } = office;
    const id = await submitted(office);
    await typeIn(approver2, id, { standfirst: "Do người duyệt viết lại." });
    const hash = await seen(approver, id);
    await transaction(async (tx) => {
      await tx.execute("select now()");
      await carryOut(approver, "confirm", id, hash);
      await carryOutIn(tx, approver, "return", id, { reason: "quality", words: "Câu thứ hai tối nghĩa." });
    });
    await carryOut(reporter, "submit", id, {});
    await expect(carryOut(approver2, ["approve", "publish"], id, await seen(approver2, id))).rejects.toMatchObject({
      code: "not_allowed",
    });
  });

  test("does not count an agreement from before an authority's order as one to undo it", async () => {
    const id = await published(office);
    await carryOut(office.approver, "hide", id, { reason: "Rà soát" });
    await transaction(async (tx) => {
      await tx.execute("select now()");
      await carryOut(office.approver2, "restore", id, {});
      await carryOutIn(tx, office.approver, "withdraw", id, { reason: "authority" });
    });
    await carryOut(office.approver, "restore", id, {});
    expect((await storyOf(office.approver, id)).document.visibility).toBe("withdrawn");
    await carryOut(office.approver2, "restore", id, {});
    expect((await storyOf(office.approver, id)).document.visibility).toBe("live");
  });
});

test("eight people who do anything at any time get refusals and nothing worse", { timeout: 60_000 }, async () => {
  const id = await published(office);
  const everybody: Actor[] = [office.reporter, office.editor, office.approver, office.approver2];
  const moves: DocumentMove[] = [
    ...([
      "submit",
      "take_back",
      "return",
      "refuse",
      "confirm",
      "approve",
      "cancel_approval",
      "schedule",
      "unschedule",
    ] as const),
    ...([
      "publish",
      "emergency_publish",
      "countersign",
      "object",
      "revise",
      "revise",
      "correct",
      "hide",
      "withdraw",
    ] as const),
    ...(["restore", "restore", "discard", "recover", "hand_over", "submit", "revise", "approve"] as const),
  ];
  let done = 0;
  const client = async (number: number) => {
    for (let turn = number; turn < number + 7 * 50; turn += 7) {
      const by = everybody[turn % everybody.length] ?? office.editor;
      const move = moves[Math.floor(Math.random() * moves.length)] ?? "submit";
      try {
        if (Math.random() < 0.4 && "personId" in by) {
          await typeIn(by, id, { headline: `Tin số ${Math.floor(Math.random() * 5)}`, correction: "Đính chính." });
        } else {
          const who = "personId" in by ? by : office.editor;
          const shown = move === "countersign" ? await seenLive(who, id) : await seen(who, id);
          await carryOut(by, move, id, {
            ...{
              ...shown,
              reason: move === "withdraw" ? "error" : "other",
              words: "x",
              toPersonId: office.editor.personId,
            },
            at: new Date(Date.now() + 3_600_000),
          });
        }
        done += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, number) => client(number)));
  expect(done).toBeGreaterThan(10);
  expect(await brokenAt(id)).toBeNull();
  const open = "select count(*)::integer as n from editions where document_id = $1 and state <> 'closed'";
  expect((await rows(open, [id]))[0]?.n).toBeLessThanOrEqual(1);
  const unsigned = await rows(
    `select count(*)::integer as n from editions where document_id = $1 and published_revision_id is not null
       and emergency_reason is null and not four_eyes_hold(published_revision_id)`,
    [id],
  );
  expect(unsigned).toEqual([{ n: 0 }]);
});
