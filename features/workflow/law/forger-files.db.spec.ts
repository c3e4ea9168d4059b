import { expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { verdict, withoutKey } from "./testing.ts";
import { expectRefused, INVENTED } from "./testing-forger.ts";

const { db, office } = oneOffice();
const { sql } = withoutKey(db);

test("whoever has the app's role and not its key hides, bins and erases nothing, and shows nothing again", async () => {
  const { id, sha256 } = await readyFile(office.editor);
  const done = (kind: string, by: number | null, more = "", values = "") =>
    `insert into file_events (site_id, sha256, kind, by_id, reason${more})
     values (${office.siteId}, '${sha256}', '${kind}', ${by}, 'x'${values})`;
  const { editor, approver } = office;
  await expectRefused(sql, "what_decides_is_sealed", [
    done("hidden", editor.personId),
    done("hidden", editor.personId, ", seal", `, '${INVENTED}'`),
    done("binned", editor.personId),
    done("erase_asked", approver.personId),
    done("erased_again", null),
  ]);
  await expectRefused(sql, "a_file_goes_as_its_deeds_say", [
    `update files set hidden = true where id = ${id}`,
    `update files set erased = true where id = ${id}`,
    `update files set binned_at = now() - interval '40 days' where id = ${id}`,
  ]);
  expect(await verdict(sql, `delete from files where id = ${id}`)).toBe("42501");
  expect(await verdict(sql, "alter table file_events disable trigger all")).toBe("42501");
});
