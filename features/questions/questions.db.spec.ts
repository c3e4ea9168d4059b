import { beforeEach, describe, expect, test } from "vitest";
import { forgetOld } from "#features/forgetting/forget-old.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published, seen, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { answeredQuestions } from "#features/reading/lists.ts";
import { ask, lookUp } from "./ask.ts";
import { CODE_FIELD } from "./asked.ts";
import { beginAnswer, close, give, reopen, seeContact } from "./commands.ts";
import { questionFor, questionsFor } from "./queries.ts";
import { ASKED, aForm, aQuestion, askedBy } from "./testing.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();
let asked = { id: 0, code: "" };

beforeEach(async () => {
  asked = await aQuestion(rows, office.siteId);
});

const yes = () => true;
const look = async (code = asked.code, siteId = office.siteId) =>
  (await lookUp(siteId, { [CODE_FIELD]: code }, yes)).found;
const standing = async () => {
  const found = await look();
  return found === null || found === "busy" ? found : found.standing;
};
const as = (person: { siteId: number; personId: number }, role: "reporter" | "editor" | "administrator") => ({
  ...person,
  grants: [{ role, sectionId: null }],
});
const editor = () => as(office.editor, "editor");
const count = async () => Number((await rows("select count(*) as n from questions"))[0]?.n);

/** The answer written by the editor, confirmed by the approver. */
async function answered(id = asked.id): Promise<number> {
  const article = await beginAnswer(office.editor, id);
  await typeIn(office.editor, article, {
    sectionId: office.news,
    slug: `tra-loi-${article}`,
    standfirst: "Có tiếp dân.",
  });
  await carryOut(office.editor, "submit", article, {});
  await carryOut(office.approver, ["approve", "publish"], article, await seen(office.approver, article));
  return article;
}

describe("whoever asks", () => {
  test("gets a code, of which the hash alone is kept", async () => {
    const [row] = await rows("select * from questions where id = $1", [asked.id]);
    expect(row).toMatchObject({ subject: ASKED.subject, words: ASKED.words, name: ASKED.name, contact: ASKED.contact });
    expect(JSON.stringify(row)).not.toContain(asked.code);
    expect(JSON.stringify(row)).not.toContain(asked.code.replaceAll("-", ""));
  });

  test("asks once by a form that is sent twice, at once or later, also where no more are taken", async () => {
    const form = aForm();
    const before = await count();
    const both = await Promise.all([ask(office.siteId, form, yes), ask(office.siteId, form, yes)]);
    const later = await ask(office.siteId, form, () => false);
    expect(new Set([...both, later].map(({ code }) => code)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  test("asks twice where the words are others, and two who ask the same have two codes", async () => {
    const secret = crypto.randomUUID();
    const codes = [
      await askedBy(office.siteId, { secret }),
      await askedBy(office.siteId, { secret, words: "Chiều thì sao?" }),
      await askedBy(office.siteId),
    ];
    expect(new Set(codes).size).toBe(3);
  });

  test("gets every word back where something is wrong, too much comes in, or the form is no longer known", async () => {
    const before = await count();
    const wrong = await ask(office.siteId, aForm({ name: "", contact: "ở nhà" }), yes);
    expect(wrong).toMatchObject({ code: null, refused: null, typed: { ...ASKED, name: "", contact: "ở nhà" } });
    expect(wrong.code === null && Object.keys(wrong.problems)).toEqual(["name", "contact"]);
    expect(await ask(office.siteId, aForm(), () => false)).toMatchObject({ code: null, refused: "busy", typed: ASKED });
    expect(await ask(office.siteId, aForm({ trap: "x" }), yes)).toMatchObject({ refused: "trap", typed: ASKED });
    const again = await ask(office.siteId, aForm({ secret: "cũ" }), yes);
    expect(again).toMatchObject({ refused: "again", typed: ASKED });
    expect(again.code === null && again.typed.secret).toMatch(/^[0-9a-f-]{36}$/);
    expect(await ask(office.siteId, {}, yes)).toMatchObject({ code: null, refused: null });
    expect(await count()).toBe(before);
  });

  test("looks it up however the code is written, on its site alone, and gets to know nothing that was said", async () => {
    for (const spelt of [asked.code.toLowerCase(), asked.code.replaceAll("-", " ")]) {
      expect(await look(spelt)).toMatchObject({ standing: "received", closed: null, answer: null });
    }
    expect(await look(asked.code, elsewhere.siteId)).toBeNull();
    for (const wrong of ["", "0000-0000-0000", "không nhớ"]) expect(await look(wrong)).toBeNull();
    expect((await lookUp(office.siteId, { [CODE_FIELD]: asked.code }, () => false)).found).toBe("busy");
    expect(Object.keys(Object(await look())).sort()).toEqual(["answer", "closed", "dueDay", "sentAt", "standing"]);
  });
});

describe("a question stands as its answer does:", () => {
  test("written, live with its address, hidden, live again, taken down, and begun anew", async () => {
    const article = await beginAnswer(office.editor, asked.id);
    expect(await standing()).toBe("answering");
    await typeIn(office.editor, article, { sectionId: office.news, slug: `hoi-${article}`, standfirst: "Có." });
    await carryOut(office.editor, "submit", article, {});
    expect(await look()).toMatchObject({ standing: "answering", answer: null });
    await carryOut(office.approver, ["approve", "publish"], article, await seen(office.approver, article));
    const live = await look();
    expect(live).toMatchObject({ standing: "answered", answer: { title: ASKED.subject } });
    expect(live !== "busy" && live?.answer?.path).toMatch(new RegExp(`/hoi-${article}-${article}$`));
    await carryOut(office.editor, "hide", article, { reason: "Chờ kiểm tra" });
    expect(await look()).toMatchObject({ standing: "hidden", answer: null });
    await carryOut(office.approver, "restore", article, {});
    expect(await standing()).toBe("answered");
    await carryOut(office.approver, "withdraw", article, { reason: "error" });
    expect(await look()).toMatchObject({ standing: "withdrawn", answer: null });
    expect(await beginAnswer(office.editor, asked.id)).not.toBe(article);
    expect(await standing()).toBe("answering");
  });

  test("a draft that is given up leaves it waiting", async () => {
    const article = await beginAnswer(office.editor, asked.id);
    await carryOut(office.editor, "discard", article, {});
    expect(await standing()).toBe("received");
    expect(await beginAnswer(office.editor, asked.id)).not.toBe(article);
  });

  test("one whose first answer came back is answered, also while a second was begun and once that is given up", async () => {
    const first = await answered();
    await carryOut(office.approver, "withdraw", first, { reason: "error" });
    const second = await beginAnswer(office.editor, asked.id);
    await carryOut(office.approver, "restore", first, {});
    const seenNow = async () => [await standing(), (await questionFor(editor(), asked.id))?.documentId];
    expect(await seenNow()).toEqual(["answered", first]);
    const { lines } = await questionsFor(editor(), "waiting", null);
    expect(lines.map(({ id }) => id)).not.toContain(asked.id);
    await carryOut(office.editor, "discard", second, {});
    expect(await seenNow()).toEqual(["answered", first]);
    await expect(beginAnswer(office.editor, asked.id)).rejects.toMatchObject({ code: "wrong_state" });
    await carryOut(office.editor, "hide", first, { reason: "Chờ kiểm tra" });
    expect(await seenNow()).toEqual(["hidden", first]);
    await expect(beginAnswer(office.editor, asked.id)).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("whoever writes the answer does not publish it alone, an approver neither", async () => {
    const article = await beginAnswer(office.approver, asked.id);
    await typeIn(office.approver, article, { sectionId: office.news, slug: `mot-minh-${article}`, standfirst: "Có." });
    await carryOut(office.approver, "submit", article, {});
    await expect(
      carryOut(office.approver, ["approve", "publish"], article, await seen(office.approver, article)),
    ).rejects.toMatchObject({ code: "not_allowed" });
    expect(await standing()).toBe("answering");
  });

  test("the draft quotes the question and says nothing of who asked", async () => {
    const article = await beginAnswer(office.editor, asked.id);
    const [draft] = await rows(
      "select b.content::text as text from draft_buffers b join editions e on e.id = b.edition_id where e.document_id = $1",
      [article],
    );
    expect(draft?.text).toContain("Sáng thứ Bảy phường có tiếp dân không?");
    expect(draft?.text).toContain('"qa"');
    for (const said of [ASKED.name, ASKED.contact, ASKED.place]) expect(draft?.text).not.toContain(said);
  });
});

test("readers find answered questions in one list, which forgets what is hidden", async () => {
  const numbers = async () => (await answeredQuestions(office.siteId, 1))?.cards.map(({ number }) => number) ?? [];
  const article = await answered();
  expect((await numbers())[0]).toBe(article);
  const plain = await published(office);
  expect(await numbers()).not.toContain(plain);
  await carryOut(office.editor, "hide", article, { reason: "Chờ kiểm tra" });
  expect(await numbers()).not.toContain(article);
});

describe("on the desk", () => {
  test("editors and approvers know of all questions, reporters of those that were given to them, others of none", async () => {
    const known = async (who: Parameters<typeof questionFor>[0]) => (await questionFor(who, asked.id)) !== null;
    const reporter = as(office.reporter, "reporter");
    expect(await known(editor())).toBe(true);
    expect([await known(reporter), (await questionsFor(reporter, "all", null)).lines]).toEqual([false, []]);
    expect(await known(as(elsewhere.editor, "editor"))).toBe(false);
    await expect(beginAnswer(office.reporter, asked.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(seeContact(office.reporter, asked.id)).rejects.toMatchObject({ code: "not_found" });
    await give(office.editor, asked.id, office.reporter.personId);
    expect([await known(reporter), (await questionsFor(reporter, "waiting", null)).waiting]).toEqual([true, 1]);
    const draft = await beginAnswer(office.reporter, asked.id);
    for (const decide of [
      () => close(office.reporter, asked.id, "elsewhere", null),
      () => give(office.reporter, asked.id, office.editor.personId),
      () => reopen(office.reporter, asked.id),
    ])
      await expect(decide()).rejects.toMatchObject({ code: "not_allowed" });
    await carryOut(office.reporter, "discard", draft, {});
    await give(office.editor, asked.id, office.editor.personId);
    expect(await known(reporter)).toBe(false);
    for (const by of [office.admin, elsewhere.editor]) {
      await expect(seeContact(by, asked.id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("nobody reads words of a question who wrote once and does not now", async () => {
    await give(office.editor, asked.id, office.reporter.personId);
    const now = as(office.reporter, "administrator");
    expect(await questionFor(now, asked.id)).toBeNull();
    expect(await questionsFor(now, "all", null)).toEqual({ lines: [], older: null, waiting: 0 });
  });

  test("while its answer is written it is given to whoever has the draft, and to nobody who cannot come in", async () => {
    const draft = await beginAnswer(office.editor, asked.id);
    const toReporter = () => give(office.editor, asked.id, office.reporter.personId);
    await expect(toReporter()).rejects.toMatchObject({ code: "wrong_state" });
    await carryOut(office.editor, "hand_over", draft, { toPersonId: office.reporter.personId });
    await toReporter();
    expect(await questionFor(editor(), asked.id)).toMatchObject({ givenToId: office.reporter.personId });
    await carryOut(office.reporter, "discard", draft, {});
    // Approver2 has never set a password.
    await expect(give(office.editor, asked.id, office.approver2.personId)).rejects.toMatchObject({
      code: "wrong_state",
    });
    expect((await questionFor(editor(), asked.id))?.writers.map(({ id }) => id)).not.toContain(
      office.approver2.personId,
    );
  });

  test("whoever looks who asked stands in the record; lists and the question's page do not say it", async () => {
    const page = JSON.stringify([await questionFor(editor(), asked.id), await questionsFor(editor(), "all", null)]);
    for (const said of [ASKED.name, ASKED.contact, ASKED.place]) expect(page).not.toContain(said);
    const { name, contact, place } = ASKED;
    expect(await seeContact(office.approver, asked.id)).toEqual({ name, contact, place });
    const [last] = (await questionFor(editor(), asked.id))?.record ?? [];
    expect(last?.deed).toBe("contact_seen");
  });

  test("it is closed with a fixed sentence, once, and opened again", async () => {
    await close(office.editor, asked.id, "elsewhere", null);
    expect(await look()).toMatchObject({ standing: "closed", closed: { reason: "elsewhere" }, answer: null });
    await expect(close(office.approver, asked.id, "too_little", null)).rejects.toMatchObject({ code: "wrong_state" });
    await expect(beginAnswer(office.editor, asked.id)).rejects.toMatchObject({ code: "wrong_state" });
    await reopen(office.approver, asked.id);
    expect(await standing()).toBe("received");
    await expect(reopen(office.approver, asked.id)).rejects.toMatchObject({ code: "wrong_state" });
  });

  test("it is not closed while an answer is written, out or hidden, and is once that is taken down", async () => {
    const refused = () =>
      expect(close(office.editor, asked.id, "elsewhere", null)).rejects.toMatchObject({ code: "wrong_state" });
    const draft = await beginAnswer(office.editor, asked.id);
    await refused();
    await carryOut(office.editor, "discard", draft, {});
    const article = await answered();
    await refused();
    await carryOut(office.editor, "hide", article, { reason: "Chờ kiểm tra" });
    await refused();
    await carryOut(office.approver, "withdraw", article, { reason: "error" });
    await close(office.editor, asked.id, "elsewhere", null);
    expect(await standing()).toBe("closed");
    await carryOut(office.approver, "restore", article, {});
    expect(await standing()).toBe("answered");
  });

  test("one that a live article had answered leads there for as long as readers have it", async () => {
    const article = await published(office, { slug: "da-tra-loi" });
    await expect(close(office.editor, asked.id, "answered_already", null)).rejects.toMatchObject({ code: "bad_input" });
    await expect(close(office.editor, asked.id, "answered_already", 999_999)).rejects.toMatchObject({
      code: "wrong_state",
    });
    await close(office.editor, asked.id, "answered_already", article);
    const found = await look();
    expect(found !== "busy" && found?.answer?.path).toMatch(new RegExp(`-${article}$`));
    await carryOut(office.approver, "withdraw", article, { reason: "error" });
    expect(await look()).toMatchObject({ standing: "closed", answer: null });
  });

  test("two who begin an answer at once begin one", async () => {
    const both = await Promise.allSettled([
      beginAnswer(office.editor, asked.id),
      beginAnswer(office.approver, asked.id),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("who asked, and in which words, is erased", () => {
  const words = async () => (await rows("select words, name, erased_at from questions where id = $1", [asked.id]))[0];
  const later = (days: number) =>
    bend(`update question_deeds set at = at - make_interval(days => $2) where question_id = $1`, [asked.id, days]);

  test("ninety days after the question was closed, and its code still says how it stands", async () => {
    await close(office.editor, asked.id, "no_question", null);
    await later(89);
    await forgetOld();
    expect(await words()).toMatchObject({ name: ASKED.name, erased_at: null });
    await later(2);
    await forgetOld();
    expect(await words()).toMatchObject({ name: null, words: null });
    expect(await look()).toMatchObject({ standing: "closed", closed: { reason: "no_question" } });
    expect(await questionFor(editor(), asked.id)).toBeNull();
    for (const done of [reopen, seeContact]) {
      await expect(done(office.editor, asked.id)).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("ninety days after its answer went out, also where that was mended since", async () => {
    const article = await answered();
    await forgetOld();
    expect(await words()).toMatchObject({ name: ASKED.name });
    await bend("update documents set first_live_at = first_live_at - interval '91 days' where id = $1", [article]);
    await forgetOld();
    expect(await words()).toMatchObject({ name: null });
    expect(await look()).toMatchObject({ standing: "answered", dueDay: null });
    await carryOut(office.approver, "withdraw", article, { reason: "error" });
    expect(await look()).toMatchObject({ standing: "erased", dueDay: null, answer: null });
    await carryOut(office.approver, "restore", article, {});
    expect(await look()).toMatchObject({ standing: "answered" });
  });

  test("ninety days after its answer first went out, also where readers no longer have that", async () => {
    const article = await answered();
    await carryOut(office.approver, "withdraw", article, { reason: "error" });
    await beginAnswer(office.editor, asked.id);
    await forgetOld();
    expect(await words()).toMatchObject({ name: ASKED.name });
    await bend("update documents set first_live_at = first_live_at - interval '91 days' where id = $1", [article]);
    await forgetOld();
    expect(await words()).toMatchObject({ name: null });
    expect(await look()).toMatchObject({ standing: "answering", dueDay: null });
  });

  test("and not while it waits, or was opened again", async () => {
    await close(office.editor, asked.id, "no_question", null);
    await reopen(office.editor, asked.id);
    await later(91);
    await forgetOld();
    expect(await words()).toMatchObject({ name: ASKED.name });
  });
});
