import { expect, test } from "vitest";
import { deskHome } from "#features/desk/queries.ts";
import { carryOut, start } from "#features/moves/commands.ts";
import { typeIn } from "#features/moves/testing.ts";
import { officeForEach } from "#features/moves/testing-office.ts";

const { office } = officeForEach();

test("beginning an article again leads to the one in which nothing was typed yet", async () => {
  const first = await start(office.reporter, "article");
  expect(await start(office.reporter, "article")).toBe(first);
  expect((await deskHome(office.reporter)).writing.map(({ id }) => id)).toEqual([first]);
});

test("of two presses at once both lead to one article", async () => {
  const begun = await Promise.all(Array.from({ length: 6 }, () => start(office.reporter, "article")));
  expect(new Set(begun).size).toBe(1);
});

test("what was typed in is left alone, also when it was taken out again", async () => {
  const first = await start(office.reporter, "article");
  await typeIn(office.reporter, first, { headline: "Tin" });
  await typeIn(office.reporter, first, { headline: "" });
  const second = await start(office.reporter, "article");
  expect(second).not.toBe(first);
});

test("nobody's draft is taken up by somebody else, or after it was handed over or put away", async () => {
  const first = await start(office.reporter, "article");
  expect(await start(office.editor, "article")).not.toBe(first);
  await carryOut(office.reporter, "hand_over", first, { toPersonId: office.editor.personId });
  const second = await start(office.reporter, "article");
  expect(second).not.toBe(first);
  await carryOut(office.reporter, "discard", second, {});
  expect(await start(office.reporter, "article")).not.toBe(second);
});
