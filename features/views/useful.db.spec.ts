import { expect, test } from "vitest";
import { carryOut } from "#features/moves/commands.ts";
import { anOffice, published, submitted } from "#features/moves/testing.ts";
import { oneOffice } from "#features/moves/testing-office.ts";
import { findAnswers } from "./answers-store.ts";
import { countAnswer } from "./useful.ts";

const CHROME = "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/87.0.4280.141 Mobile";
/** Each time somebody else. */
const somebody = (userAgent: string | null = CHROME) => ({ userAgent, address: `10.1.0.${++clients}` });
let clients = 0;

const { office } = oneOffice();
const of = (articleId: number, siteId = office.siteId) => ({ siteId, articleId });

test("answers are counted, and nothing of who gave them", async () => {
  const id = await published(office);
  await Promise.all([true, true, false, true].map((useful) => countAnswer(of(id), useful, somebody())));
  expect(await findAnswers(id)).toEqual({ useful: 3, notUseful: 1 });
});

test("whoever answers twice counts once", async () => {
  const id = await published(office);
  const reader = somebody();
  await countAnswer(of(id), true, reader);
  await countAnswer(of(id), false, reader);
  expect(await findAnswers(id)).toEqual({ useful: 1, notUseful: 0 });
});

test.each([null, "", "Googlebot/2.1 (+http://www.google.com/bot.html)", "curl/8.5.0"])(
  "a robot (%j) has no opinion",
  async (robot) => {
    const id = await published(office);
    await countAnswer(of(id), true, somebody(robot));
    expect(await findAnswers(id)).toEqual({ useful: 0, notUseful: 0 });
  },
);

test("nothing is counted of what is not live, or is another site's", async () => {
  const waiting = await submitted(office);
  const gone = await published(office);
  await carryOut(office.approver, "withdraw", gone, { reason: "error" });
  const here = await published(office);
  const other = await anOffice();
  for (const one of [of(waiting), of(gone), of(2_000_000_000), of(here, other.siteId)])
    await countAnswer(one, true, somebody());
  for (const id of [waiting, gone, here]) expect(await findAnswers(id)).toEqual({ useful: 0, notUseful: 0 });
});
