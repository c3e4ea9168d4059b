import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { startCluster } from "#db/embedded/cluster.ts";
import { migrate } from "#db/migrate.ts";
import { seedDemoPeople } from "#db/seed/people.ts";
import { keepAsReleased } from "#db/testing-release.ts";
import { transaction } from "#db/transaction.ts";
import { signIn } from "#features/accounts/sign-in.ts";
import { seedDemo } from "#features/demo/seed.ts";
import { folderStorage } from "#features/files/storage/folder.ts";
import { follow } from "#features/history/follow.ts";
import { enter } from "#features/history/store.ts";
import { importFile } from "#features/importing/import-file.ts";
import { mailFollower } from "#features/mail/follower.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, publishedOld, seen, submittedBy, typeIn } from "#features/moves/testing.ts";
import { invite } from "#features/people/commands.ts";
import { sectionTree } from "#features/reading/queries.ts";
import { addViews } from "#features/views/store.ts";

const PASSWORD = "mật khẩu của bản giữ lại";

/**
 * `node scripts/keep-release.ts NAME`: keeps this version's migrations, and a database with the demo and some work in each
 * state, for the specs of later versions (features/released.db.spec.ts). Run once, when a version is released.
 */
const name = process.argv[2];
if (!name) throw new Error("Say how the release is called: node scripts/keep-release.ts first");

const folder = mkdtempSync(join(tmpdir(), "toa-soan-release-"));
chmodSync(folder, 0o711);
const cluster = await startCluster(join(folder, "data"));
try {
  const client = new pg.Client({ connectionString: cluster.ownerUrl("postgres") });
  await client.connect();
  await client.query("create database release");
  await client.end();
  const ownerUrl = cluster.ownerUrl("release");
  openDatabase(await migrate(ownerUrl));
  await workForADay();
  await closeDatabase();
  await keepAsReleased(ownerUrl, name);
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** The demo, with articles that stand in every other way a text can stand, an import, a way in, messages and an invitation. */
async function workForADay(): Promise<void> {
  const { siteId, reporter, editor, approver, admin } = await seeded();
  const sectionId = (await sectionTree(siteId))[0]?.id ?? 0;
  const sent = (headline: string) => submittedBy(reporter, aText(sectionId, { headline }));
  const live = async (headline: string) => {
    const id = await sent(headline);
    await carryOut(approver, ["approve", "publish"], id, await seen(approver, id));
    return id;
  };

  const returned = await sent("Bài được trả lại của bản giữ lại");
  await carryOut(approver, "return", returned, { reason: "quality", words: "Ghi rõ nơi họp." });
  const scheduled = await sent("Bài hẹn giờ của bản giữ lại");
  await carryOut(approver, "approve", scheduled, await seen(approver, scheduled));
  const at = new Date(Date.now() + 365 * 24 * 3_600_000);
  await carryOut(approver, "schedule", scheduled, { ...(await seen(approver, scheduled)), at });
  await carryOut(editor, "hide", await live("Bài tạm ẩn của bản giữ lại"), { reason: "Chờ kiểm tra số liệu" });
  await carryOut(approver, "withdraw", await live("Bài đã gỡ của bản giữ lại"), { reason: "error" });
  const updating = await live("Bài đang cập nhật của bản giữ lại");
  await carryOut(reporter, "revise", updating, {});
  await typeIn(reporter, updating, { standfirst: "Câu viết thêm chưa gửi duyệt." });
  await publishedOld({ reporter, approver, party: sectionId }, { headline: "Bài cũ của bản giữ lại" });

  const run = { siteId, origin: "https://sen-ho.example", personId: reporter.personId, email: "reporter@demo.example" };
  const path = join(import.meta.dirname, "../features/importing/fixtures/don-nuoc-sach.txt");
  const how = { section: null, oldUrl: null, live: false, makeSections: true };
  const { state, problems } = await importFile(
    { ...run, ...how },
    { batchId: null, met: new Set() },
    { name: "don-nuoc-sach.txt", path },
    false,
    new Date(),
  );
  if (state === "refused") throw new Error(`the import was refused: ${problems}`);
  await addViews([{ siteId, articleId: updating, hour: Math.floor(Date.now() / 3_600_000) * 3_600_000, views: 12 }]);
  await signIn("editor@demo.example", PASSWORD, { address: "203.0.113.9", device: null });
  await invite(admin, { name: "Người Được Mời", email: "moi@demo.example", role: "reporter", sectionId });
  await transaction((tx) => enter(tx, mailFollower.name, "beginning"));
  while ((await follow(mailFollower)) > 0);
}

async function seeded() {
  const made = { siteId: 0, reporter: 0, editor: 0, approver: 0, admin: 0 };
  await seedDemo(
    async (tx, siteId) => {
      Object.assign(made, await seedDemoPeople(tx, siteId, PASSWORD), { siteId });
      return { reporterId: made.reporter, editorId: made.editor, approverId: made.approver };
    },
    () => undefined,
    new Date(),
    // What a release is compared by is its rows.
    folderStorage(join(folder, "files")),
  );
  const { siteId, ...people } = made;
  const person = (personId: number) => ({ siteId, personId });
  return {
    ...{ siteId, reporter: person(people.reporter), editor: person(people.editor) },
    ...{ approver: person(people.approver), admin: person(people.admin) },
  };
}
