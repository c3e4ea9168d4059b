import { expect, test } from "vitest";
import { anOffice, published, submitted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { countView, flushViews } from "./commands.ts";

const CHROME =
  "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.141 Mobile Safari/537.36";
/** Each time somebody else. */
const somebody = (userAgent: string | null = CHROME) => ({ userAgent, address: `10.0.0.${++clients}` });
let clients = 0;
const now = new Date("2026-11-22T08:30:00Z");

const { rows, office } = oneOffice();

const seen = (articleId: number, siteId = office.siteId) => ({ siteId, articleId });

const stored = (id: number): Promise<unknown[]> =>
  rows("select hour, count from article_views where article_id = $1 order by 1", [id]);

test("views are added to the hour in which they came", async () => {
  const id = await published(office);
  countView(seen(id), somebody(), now);
  countView(seen(id), somebody(), now);
  await flushViews();
  countView(seen(id), somebody(), now);
  await flushViews();
  expect(await stored(id)).toEqual([{ hour: new Date("2026-11-22T08:00:00Z"), count: 3 }]);
});

test("one client and article count once in half an hour, and an IPv6 customer is one client", async () => {
  const [one, other] = [await published(office), await published(office)];
  const reader = { userAgent: CHROME, address: "2001:db8::1" };
  const neighbour = { userAgent: "Mozilla/5.0 Firefox/140.0", address: "2001:db8::2" };
  for (const who of [reader, reader, neighbour]) for (const id of [one, other]) countView(seen(id), who, now);
  countView(seen(one), { ...reader, address: "2001:db8:0:1::1" }, now);
  await flushViews();
  const hour = new Date("2026-11-22T08:00:00Z");
  expect([await stored(one), await stored(other)]).toEqual([[{ hour, count: 2 }], [{ hour, count: 1 }]]);
});

test.each([null, "", "Googlebot/2.1 (+http://www.google.com/bot.html)", "curl/8.5.0", "HeadlessChrome/120"])(
  "a robot (%j) is not a reader",
  async (robot) => {
    const id = await published(office);
    countView(seen(id), somebody(robot), now);
    await flushViews();
    expect(await stored(id)).toEqual([]);
  },
);

test("what is not live has no readers, whatever somebody sends", async () => {
  const live = await published(office);
  const waiting = await submitted(office);
  for (const number of [waiting, 2_000_000_000, live]) countView(seen(number), somebody(), now);
  await flushViews();
  expect(await stored(waiting)).toEqual([]);
  expect(await stored(live)).toHaveLength(1);
});

test("a page of one site counts no article of another", async () => {
  const here = await published(office);
  const other = await anOffice();
  const abroad = await published(other);
  for (const id of [here, abroad]) countView(seen(id), somebody(), now);
  await flushViews();
  expect([(await stored(here)).length, await stored(abroad)]).toEqual([1, []]);
  countView(seen(abroad, other.siteId), somebody(), now);
  await flushViews();
  expect(await stored(abroad)).toHaveLength(1);
});
