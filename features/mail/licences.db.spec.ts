import { beforeEach, expect, test } from "vitest";
import { readyFile } from "#features/files/testing.ts";
import { anotherOffice, oneOffice } from "#features/moves/testing-office.ts";
import { tellLicences } from "./licences.ts";
import { aPost } from "./testing.ts";

const { office, rows, bend } = oneOffice();
const elsewhere = anotherOffice();
const post = aPost(rows);

beforeEach(async () => {
  await bend("delete from mails");
  await bend("delete from jobs.job");
  await bend("delete from files");
  await bend("delete from mail_choices");
  await bend("update people set password_hash = 'x'");
});

/** A file whose licence ends so many days from today. */
async function ends(days: number, by = office.reporter, caption = `Sau ${days} ngày`) {
  const { id } = await readyFile(by, undefined, { caption });
  await rows(`update files set licence_end = today_here() + ${days} where id = $1`, [id]);
  return id;
}
const told = async () => (await post.mails()).filter((mail) => mail.includes("licence"));
const wordsTo = async (personId: number) =>
  (await rows("select words from mails where person_id = $1 order by id desc limit 1", [personId]))[0]?.words;

test("editors and approvers of the site, wherever on it, and who brought it, are told once of what ends within thirty days", async () => {
  await ends(30);
  await ends(0);
  await ends(31);
  await ends(-1);
  await tellLicences();
  await tellLicences();
  const all = await told();
  expect(all.map((mail) => mail.split(":")[0])).toEqual(["Approver", "Approver2", "Editor", "Reporter", "Stranger"]);
  await post.send();
  expect(await wordsTo(office.editor.personId)).toContain("Có 2 ảnh hoặc tệp sắp hết hạn");
  expect(await wordsTo(office.editor.personId)).toContain("“Sau 0 ngày”, “Sau 30 ngày”");
  expect(await wordsTo(office.editor.personId)).toContain("/desk/files?right=ending");
  expect(await wordsTo(office.reporter.personId)).toContain(`?person=${office.reporter.personId}&right=ending`);
  // The next day, and every day after it.
  await bend("update licence_notices set noticed_on = noticed_on - 1");
  await bend("update mails set licences_on = licences_on - 1");
  await tellLicences();
  expect(await told()).toHaveLength(all.length);
});

test("another day on which it ends is told of once more; a licence that was renewed meanwhile, or a message not wanted, is not", async () => {
  const id = await ends(10);
  await tellLicences();
  await rows("update files set licence_end = today_here() + 400 where id = $1", [id]);
  await post.send();
  expect(new Set((await told()).map((mail) => mail.split(", ")[1]))).toEqual(new Set(["dropped"]));
  await bend("update licence_notices set noticed_on = noticed_on - 1");
  await bend("update mails set licences_on = licences_on - 1");
  await rows("update files set licence_end = today_here() + 20 where id = $1", [id]);
  await rows("insert into mail_choices (person_id, kind, wanted) values ($1, 'licence', false)", [
    office.editor.personId,
  ]);
  await tellLicences();
  await post.send();
  const kept = (await told()).filter((mail) => mail.endsWith("kept")).map((mail) => mail.split(":")[0]);
  expect(kept).toEqual(["Approver", "Approver2", "Reporter", "Stranger"]);
});

test("a reporter is told of what they have brought alone, and nobody of another site's files", async () => {
  await ends(5, office.editor, "Của biên tập");
  await ends(5, elsewhere.reporter, "Trang khác");
  await tellLicences();
  await post.send();
  expect(await wordsTo(office.reporter.personId)).toBeUndefined();
  expect(await wordsTo(office.editor.personId)).not.toContain("Trang khác");
  expect(await wordsTo(elsewhere.reporter.personId)).toContain("“Trang khác”");
});
