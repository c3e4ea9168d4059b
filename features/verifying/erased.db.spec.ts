import { expect, test } from "vitest";
import { figureOf, readyFile } from "#features/files/testing.ts";
import { askToErase, eraseFile } from "#features/library/going.ts";
import { carryOut } from "#features/moves/commands.ts";
import { submitted, typeIn } from "#features/moves/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { told } from "./cli-text.ts";
import { verify } from "./verify.ts";

const { db, bend, office } = oneOffice();
const elsewhere = anotherOffice();

test("a file that was erased is named with the texts that name it, each once, and with the number under which it went", async () => {
  const as = (role: "editor" | "approver") => ({ ...office[role], grants: [{ role, sectionId: null }] });
  const file = await readyFile(office.reporter);
  const other = await readyFile(office.reporter);
  const body = (...cuts: string[]) => ({
    body: {
      type: "doc" as const,
      content: [...cuts.map((cut) => figureOf(file.sha256, { cut })), figureOf(other.sha256)],
    },
  });
  const article = await submitted(office, body("", "90-0-0-5000-10000"));
  await carryOut(office.reporter, "take_back", article, {});
  await typeIn(office.reporter, article, { ...body(""), headline: "Bản thứ hai" });
  await carryOut(office.reporter, "submit", article, {});
  // The same bytes are that site's own, and there they are.
  const theirs = await readyFile(elsewhere.reporter, file.sha256);
  await bend("update files set sha256 = $1 where id = $2", [file.sha256, theirs.id]);
  await submitted(elsewhere, body(""));
  expect((await verify(db.ownerUrl)).erased).toEqual([]);

  await askToErase(as("editor"), { sha256: file.sha256, reason: "Gia đình yêu cầu" });
  const { number } = await eraseFile(as("approver"), { sha256: file.sha256 });
  const { misfit, looked, erased } = await verify(db.ownerUrl);
  expect(misfit).toBe(null);
  expect(erased).toEqual([{ document: article, revisions: [1, 2], sha256: file.sha256, number }]);
  expect(told(looked, erased).split("\n").at(-1)).toBe(
    `Document ${article} names file ${file.sha256} (revisions 1, 2), which was erased under no. ${number}: its site gives none of it any more, and the text is what it was.`,
  );
});
