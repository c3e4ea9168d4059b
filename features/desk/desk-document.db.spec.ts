import { describe, expect, test } from "vitest";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { restoreVersion, saveDraft } from "#features/drafts/commands.ts";
import { moveOptions } from "#features/drafts/queries.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, type Person, published, seen, seenLive, storyOf, submitted, typeIn } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { siteById } from "#features/reading/queries.ts";
import type { LiveArticle } from "#features/reading/types.ts";
import { type DeskDocument, deskDocument } from "./desk-document.ts";
import { basesOf, changesSince, previewOf } from "./texts.ts";

const { db, rows, office, lends, bend } = oneOffice();

async function previewed(document: DeskDocument, which: "open" | "live"): Promise<LiveArticle> {
  const preview = await previewOf(await siteById(office.siteId), document, which);
  if (preview?.kind !== "article") throw new Error("an article has a preview of its kind");
  return preview.article;
}

describe("whom an article is offered to", () => {
  test("is neither oneself nor who has it already where nobody lets go of it", async () => {
    const { reporter, editor, approver } = office;
    const id = await submitted(office);
    const offered = async (by: Person) =>
      (await moveOptions(by, { id, kind: "article" }, (await storyOf(by, id)).writers)).people.map(
        (person) => person.id,
      );
    expect(await offered(reporter)).not.toContain(reporter.personId);
    expect(await offered(reporter)).toContain(editor.personId);
    expect(await offered(approver)).not.toContain(reporter.personId);
    await expect(carryOut(approver, "hand_over", id, { toPersonId: reporter.personId })).rejects.toMatchObject({
      sentence: "Bài đang ở chính người này; cần chọn người khác.",
    });
    const { people } = await moveOptions(reporter, { id, kind: "article" }, []);
    expect(people.find((one) => one.id === editor.personId)?.canSignIn).toBe(true);
    expect(people.find((one) => one.id === approver.personId)?.canSignIn).toBe(false);
    for (const personId of await offered(approver))
      expect([reporter.personId, approver.personId]).not.toContain(personId);
  });
});

describe("the record of what readers have", () => {
  const recordOf = async (id: number) => (await deskDocument(office.approver, id))?.live;

  test("names who wrote it and who confirmed it, as what and when", async () => {
    const { reporter, editor, approver } = office;
    const id = await submitted(office);
    await typeIn(editor, id, { standfirst: "Chiều nay, hội thao khai mạc." });
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    const live = await recordOf(id);
    expect(live?.contributors).toEqual([reporter.personId, editor.personId].sort((a, b) => a - b));
    expect(live?.signatures.map(({ personId, kind }) => [personId, kind])).toEqual([
      [reporter.personId, "confirm"],
      [approver.personId, "approve"],
    ]);
    expect(live?.signatures[0]?.at).toBeInstanceOf(Date);
    expect(live?.emergency).toBeNull();
  });

  test("names everybody whose words it holds, also those that went live before somebody else's correction", async () => {
    const { reporter, editor, approver } = office;
    const id = await published(office);
    await carryOut(editor, "correct", id, {});
    await typeIn(editor, id, { correction: "Bản trước ghi sai giờ." });
    await carryOut(editor, "submit", id, {});
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    const both = [reporter.personId, editor.personId].sort((a, b) => a - b);
    expect((await recordOf(id))?.contributors).toEqual(both);
    // What has to be confirmed of the next update is what changes in it.
    await carryOut(reporter, "revise", id, {});
    await typeIn(reporter, id, { headline: "Bế mạc hội thao phường" });
    expect((await deskDocument(approver, id))?.eyes?.contributors).toEqual([reporter.personId]);
    expect((await recordOf(id))?.contributors).toEqual(both);
  });

  test("names the deputy and in whose name", async () => {
    const { approver, approver2, stranger } = office;
    await lends(approver, stranger);
    const id = await submitted(office);
    const said = { ...(await seen(stranger, id)), forPersonId: approver.personId };
    await carryOut(stranger, ["approve", "publish"], id, said);
    const [signature] = (await recordOf(id))?.signatures ?? [];
    expect(signature).toMatchObject({ personId: stranger.personId, forPersonId: approver.personId, kind: "approve" });
    expect((await deskDocument(approver2, id))?.names.get(stranger.personId)).toBe("Stranger");
  });

  test("keeps the reason of an emergency, and that somebody answered for it", async () => {
    const { approver, approver2 } = office;
    const id = await submitted(office);
    const hash = await seen(approver, id);
    await carryOut(approver, "emergency_publish", id, { ...hash, reason: "Bão vào trong đêm" });
    expect((await recordOf(id))?.emergency).toEqual({ reason: "Bão vào trong đêm", countersigned: false });
    await carryOut(approver2, "countersign", id, await seenLive(approver2, id));
    const live = await recordOf(id);
    expect(live?.emergency?.countersigned).toBe(true);
    expect(live?.signatures.map(({ kind }) => kind)).toEqual(["emergency", "countersign"]);
  });
});

describe("a further correction", () => {
  const shown = async (id: number) => {
    const article = await deskDocument(office.reporter, id);
    if (!article) throw new Error(`no article ${id}`);
    return article;
  };
  const sent = async (id: number) => {
    await carryOut(office.reporter, "submit", id, {});
    await carryOut(office.approver, ["approve", "publish"], id, await seen(office.approver, id));
  };
  const correctedOnce = async () => {
    const id = await published(office);
    await carryOut(office.reporter, "correct", id, {});
    await typeIn(office.reporter, id, { correction: "Số đội là 12." });
    await sent(id);
    return id;
  };
  /** What is new against what readers have. */
  const sinceLive = async (article: DeskDocument) => {
    const base = basesOf(article, "open").find(({ since }) => since === "live");
    return base ? changesSince(article, "open", base) : null;
  };
  /** Saves what stands in the editor, with a change. */
  const typed = async (id: number, change: Partial<ReturnType<typeof aText>>) => {
    const { text } = await shown(id);
    const content = { ...(text?.content ?? aText(office.party)), ...change };
    return saveDraft(office.reporter, {
      ...{ documentId: id, tab: crypto.randomUUID(), counter: 1 },
      base: text?.version ?? 0,
      content,
    });
  };

  test("begins without a note, keeps the first one for readers, and shows its own as all that is new", async () => {
    const id = await correctedOnce();
    await carryOut(office.reporter, "correct", id, {});
    expect((await shown(id)).text?.content.correction).toBe("");
    expect((await sinceLive(await shown(id)))?.comparison.changed).toBe(false);
    await typed(id, { correction: "Sân là của phường." });
    const article = await shown(id);
    expect(article.gaps.filter(({ field }) => field === "correction")).toEqual([]);
    expect((await sinceLive(article))?.comparison.fields).toMatchObject([
      { field: "correction", before: "", after: "Sân là của phường." },
    ]);
    const preview = await previewed(article, "open");
    expect(preview.notes).toEqual([
      { kind: "correction", text: "Sân là của phường.", at: null },
      { kind: "correction", text: "Số đội là 12.", at: expect.any(Date) },
    ]);
    expect((await previewed(article, "live")).notes).toHaveLength(1);
  });

  test("is no writing while somebody types other words and undoes them", async () => {
    const id = await correctedOnce();
    await carryOut(office.reporter, "revise", id, {});
    const before = (await shown(id)).text?.content;
    await typed(id, { headline: "Hội thao" });
    await typed(id, { headline: before?.headline as string });
    expect(await storyOf(office.reporter, id)).toMatchObject({ buffer: { unkeptBy: [] } });
  });

  test("does not get the first one's note back with an earlier version", async () => {
    const id = await correctedOnce();
    await carryOut(office.reporter, "correct", id, {});
    await typed(id, { correction: "Sân là của phường." });
    const first = (await shown(id)).versions.at(-2);
    await restoreVersion(office.reporter, id, first?.id ?? 0);
    expect((await shown(id)).text?.content.correction).toBe("Sân là của phường.");
  });

  test.each(["correction", "update"] as const)(
    "keeps a note that says what the last one said as it was typed, and does not go out with it: a %s",
    async (field) => {
      const words = "Số đội là 12.";
      const id = await published(office);
      const move = field === "correction" ? "correct" : "revise";
      await carryOut(office.reporter, move, id, {});
      await typed(id, { [field]: words });
      await sent(id);
      await carryOut(office.reporter, move, id, {});
      const stands = async () => {
        const { text, gaps } = await shown(id);
        return [text?.content[field], gaps.filter(({ blocks }) => blocks === "submit").map(({ sentence }) => sentence)];
      };
      const repeated = [words, [expect.stringContaining("giống hệt lần trước")]];
      const empty = ["", field === "correction" ? ["Chưa ghi lời đính chính cho bạn đọc."] : []];
      expect(await stands()).toEqual(empty);
      await typed(id, { [field]: ` ${words.normalize("NFD")}\n` });
      expect(await stands()).toEqual(repeated);
      // What is typed elsewhere leaves it there.
      await typed(id, { headline: "Hội thao" });
      expect(await stands()).toEqual(repeated);
      await expect(carryOut(office.reporter, "submit", id, {})).rejects.toMatchObject({
        ...{ code: "not_ready", sentence: expect.stringContaining("giống hệt lần trước") },
      });
      // Readers would get no new note, and nobody is shown one.
      expect((await previewed(await shown(id), "open")).notes).toHaveLength(1);
      const saved = await saveDraft(office.editor, {
        ...{ documentId: id, tab: crypto.randomUUID(), counter: 1, base: (await shown(id)).text?.version ?? 0 },
        content: { ...(await shown(id)).text?.content, [field]: "" },
      });
      expect([saved.saved, await stands()]).toEqual([true, empty]);
      const [version] = await rows("select max(id) as id from revisions where document_id = $1", [id]);
      await restoreVersion(office.reporter, id, version?.id);
      expect(await stands()).toEqual(repeated);
      await typed(id, { [field]: "Sân là của phường." });
      await carryOut(office.reporter, "submit", id, {});
    },
  );

  test("is told to whoever saves over it as it stands in the other's editor", async () => {
    const id = await correctedOnce();
    await carryOut(office.reporter, "revise", id, {});
    const stale = { documentId: id, tab: crypto.randomUUID(), counter: 1, base: 0, content: aText(office.party) };
    const content = { ...stale.content, slug: (await shown(id)).text?.content.slug ?? "", headline: "Khác" };
    expect(await saveDraft(office.reporter, { ...stale, content })).toMatchObject({
      theirs: { content: { correction: "" } },
    });
  });

  test("counts what readers got, not what was begun and given up", async () => {
    const id = await published(office);
    await carryOut(office.reporter, "revise", id, {});
    await carryOut(office.reporter, "discard", id, {});
    await carryOut(office.reporter, "revise", id, {});
    expect((await shown(id)).about.outing).toBe(2);
    await typed(id, { headline: "Hội thao khai mạc" });
    await sent(id);
    await carryOut(office.reporter, "revise", id, {});
    expect((await shown(id)).about.outing).toBe(3);
  });
});

describe("restoring what an authority had taken down", () => {
  test("is first agreed to, and the one who agreed is not asked again", async () => {
    const { approver, approver2 } = office;
    const id = await published(office);
    await carryOut(approver, "withdraw", id, { reason: "authority" });
    const restoring = async (by: Person) => (await deskDocument(by, id))?.restoring;
    expect(await restoring(approver)).toBe("first_of_two");
    await carryOut(approver, "restore", id, {});
    expect([await restoring(approver), await restoring(approver2)]).toEqual(["agreed", "at_once"]);
  });
});

describe("the history of an article", () => {
  const brokenAt = async (id: number) => (await deskDocument(office.approver, id))?.brokenAt;

  test("is whole while nobody has changed it", async () => {
    expect(await brokenAt(await published(office))).toBeNull();
  });

  test.each([
    ["other words", 'update events set payload = payload || \'{"reason":"khác"}\''],
    ["another person", "update events set actor_id = (select max(id) from people)"],
    ["another hour", "update events set at = at - interval '1 day'"],
    ["a hash of other words", "update events set prev_hash = hash"],
    ["nothing in its place", "delete from events"],
    ["a seal that is not its own", "update events set seal = repeat('0', 32) || '.' || repeat('0', 64)"],
  ])("says from where on it is not what was written, when a step got %s", async (_what, forgery) => {
    const id = await published(office);
    await bend(`${forgery} where document_id = $1 and seq = 2`, [id]);
    expect(await brokenAt(id)).toBe(2);
  });

  test("says the same of a confirmation that was put in another's name, at the line that tells of it", async () => {
    const id = await published(office);
    const [{ seq }] = await rows("select seq from events where document_id = $1 and payload ->> 'move' = 'approve'", [
      id,
    ]);
    await bend("update approvals set person_id = $2 where document_id = $1", [id, office.editor.personId]);
    expect(await brokenAt(id)).toBe(seq);
  });

  test("is whole as well where it was sealed with a key that is in force no more", async () => {
    const id = await published(office);
    await closeDatabase();
    openDatabase({ ...db, sealKeys: [{ inner: Buffer.alloc(64, 1), outer: Buffer.alloc(64, 2) }, ...db.sealKeys] });
    expect(await brokenAt(id)).toBeNull();
    await closeDatabase();
    openDatabase(db);
  });
});

describe("a text that came back", () => {
  test("is reviewed beside the note it came back with and the newest answer to it", async () => {
    const { reporter, editor, approver } = office;
    const id = await submitted(office);
    const about = async () => (await deskDocument(approver, id))?.about;
    await carryOut(approver, "return", id, { reason: "quality", words: "Ghi rõ nơi họp." });
    expect(await about()).toMatchObject({ returnWords: "Ghi rõ nơi họp.", answer: null });
    await carryOut(reporter, "submit", id, { answer: "Đã ghi nơi họp." });
    const answered = { by: "Reporter", words: "Đã ghi nơi họp." };
    expect(await about()).toMatchObject({ returnWords: "Ghi rõ nơi họp.", returnedBy: "Approver", answer: answered });
    await carryOut(reporter, "take_back", id, {});
    await carryOut(reporter, "submit", id, {});
    expect(await about()).toMatchObject({ answer: answered });
    await carryOut(editor, "return", id, { reason: "other", words: "Thêm giờ." });
    await carryOut(reporter, "submit", id, {});
    expect(await about()).toMatchObject({ returnWords: "Thêm giờ.", returnedBy: "Editor", answer: null });
  });
});

describe("a text that an approver sent for its writer", () => {
  test("waits for the writer beside them, and says so to the approver", async () => {
    const { reporter, approver, approver2 } = office;
    const id = await submitted(office);
    await carryOut(reporter, "take_back", id, {});
    await carryOut(approver, "submit", id, {});
    const eyes = async (by: Person) => (await deskDocument(by, id))?.eyes;
    expect(await eyes(approver)).toMatchObject({
      ...{ wouldHold: false, sentAlone: true, stillWaiting: [], senderWaits: false },
    });
    expect(await eyes(reporter)).toMatchObject({ senderWaits: true });
    expect(await eyes(approver2)).toMatchObject({ wouldHold: true });
    await carryOut(reporter, "confirm", id, await seen(reporter, id));
    expect(await eyes(approver)).toMatchObject({ wouldHold: true, sentAlone: false });
    expect(await eyes(reporter)).toMatchObject({ senderWaits: false });
  });
});
