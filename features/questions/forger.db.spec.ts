import { beforeAll, test } from "vitest";
import { oneOffice } from "#features/moves/testing-office.ts";
import { withoutKey } from "#features/workflow/law/testing.ts";
import { expectRefused, INVENTED } from "#features/workflow/law/testing-forger.ts";
import { close, reopen } from "./commands.ts";
import { aQuestion } from "./testing.ts";

const { db, office, rows } = oneOffice();
const { sql } = withoutKey(db);
const ids = { closed: 0, other: 0 };

beforeAll(async () => {
  ids.closed = (await aQuestion(rows, office.siteId)).id;
  ids.other = (await aQuestion(rows, office.siteId)).id;
  await close(office.editor, ids.closed, "elsewhere", null);
  await reopen(office.editor, ids.closed);
});

const closing = (question: number, seal: string, by = office.editor.personId) =>
  `insert into question_deeds (site_id, question_id, deed, reason, by_id, seal)
   values (${office.siteId}, ${question}, 'closed', 'elsewhere', ${by}, ${seal})`;

test("whoever has the app's role and not its key closes no question, also not by a seal of another deed", async () => {
  const sealOf = `(select seal from question_deeds where question_id = ${ids.closed} and deed = 'closed')`;
  await expectRefused(sql, "what_decides_is_sealed", [
    closing(ids.other, "null"),
    closing(ids.other, `'${INVENTED}'`),
    closing(ids.other, sealOf),
    closing(ids.closed, sealOf, office.approver.personId),
  ]);
  await expectRefused(sql, "a_seal_is_used_once", [closing(ids.closed, sealOf)]);
});
