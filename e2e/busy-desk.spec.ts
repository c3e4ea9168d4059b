import { holdArticle } from "#db/testing-locks.ts";
import { carryOut } from "#features/moves/commands.ts";
import { aText, published, seen, storyOf, submitted } from "#features/moves/testing.ts";
import { ask } from "./fixtures/ask.ts";
import { aSave, save, saveAnswer } from "./fixtures/saves.ts";
import { expect, test } from "./fixtures/second-instance.ts";
import { cookieOf } from "./fixtures/sessions.ts";

test("while the whole desk waits for one article, readers get kept pages and new ones, and writers are told to try again", async ({
  product,
  otherPort,
  office,
}) => {
  // On an instance of its own: on the other one the desk stays open for whoever tries something there meanwhile.
  const [name = ""] = office.host.split(":");
  const host = `${name}:${otherPort}`;
  const headers = { host: office.host, origin: `http://${office.host}` };
  const addressOf = (id: number) => `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  const [kept, unread] = [await published(office), await published(office)];
  const statusOf = async (path: string) => (await ask(host, path, { headers })).status;
  await expect.poll(() => statusOf(addressOf(kept))).toBe(200);
  // An instance that has just begun still compiles what it draws pages with: the saves give up after five seconds.
  for (const path of [addressOf(await published(office)), "/", "/tin-tuc/khong-co"]) await statusOf(path);
  const stuck = await submitted(office);
  const base = (await storyOf(office.editor, stuck)).buffer?.version ?? 0;
  const cookie = await cookieOf(product, office.editor.personId);

  const lock = await holdArticle(product.databaseUrl, stuck);
  const saving = Array.from({ length: 15 }, (_, number) =>
    save(stuck, aSave(base, aText(office.party, { headline: `Bản ${number}` })), { host, cookie, headers }),
  );
  let answered = 0;
  for (const one of saving) one.then(() => (answered += 1));
  await lock.waitFor(10);
  const read = [addressOf(kept), addressOf(unread), "/", `/tin-tuc/khong-co-${stuck}9`];
  expect(await Promise.all(read.map(statusOf))).toEqual([200, 200, 200, 404]);
  expect(answered).toBe(0);
  const answers = (await Promise.all(saving)).map(saveAnswer);
  expect(answers).toEqual(Array(15).fill("slow_down"));
  await lock.letGo();

  await carryOut(office.approver, ["approve", "publish"], stuck, await seen(office.approver, stuck));
  await expect.poll(() => statusOf(addressOf(stuck))).toBe(200);
});
