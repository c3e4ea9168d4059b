import { actionId } from "./fixtures/action-ids.ts";
import type { Answer } from "./fixtures/ask.ts";
import { expect, ownOf, test } from "./fixtures/behind-proxy.ts";
import { ADDRESSES, BODIES, drawn, HEADERS, METHODS } from "./fixtures/broken-requests.ts";
import { cookieOf } from "./fixtures/sessions.ts";

/** Vietnamese, in words for people. */
const SENTENCE = /[ạảãầấậẩẫằắặẳẵẹẻẽềếệểễịỉĩọỏõồốộổỗờớợởỡụủũừứựửữỳỵỷỹđ].*\./;

type Knocked = { said: string; answer: Answer };

/** Knocks as all these do, a few at a time, each from an address of its own. */
async function all(knocks: (() => Promise<Knocked>)[]): Promise<Knocked[]> {
  const answers: Knocked[] = [];
  const next = async () => {
    for (let knock = knocks.shift(); knock; knock = knocks.shift()) answers.push(await knock());
  };
  await Promise.all(Array.from({ length: 8 }, next));
  return answers;
}

const broken = ({ answer: { status } }: Knocked) => status >= 500;
const told = ({ said, answer: { status, body } }: Knocked) => `${said} → ${status} ${body.toString().slice(0, 200)}`;

/** Each line of the log, without those of the start. */
function linesSince(log: string, begin: number): string[] {
  return log
    .slice(begin)
    .split("\n")
    .filter((line) => line !== "");
}

test("no request of anybody's, however broken, is answered as if we had failed, and none holds the log", async ({
  behindProxy,
  office,
  product,
}) => {
  test.slow();
  const cookie = await cookieOf(product, office.reporter.personId);
  const action = actionId("switchOff");
  const began = behindProxy.log().length;
  const knocks: (() => Promise<Knocked>)[] = [];
  for (const method of METHODS)
    for (const route of ADDRESSES)
      for (const who of ["stranger", "reporter"])
        for (const time of [1, 2]) {
          const said = `${method} ${route} by a ${who}, ${time}`;
          const [type, body] = BODIES[drawn(`${said} body`, BODIES.length)] ?? [];
          const more = HEADERS[drawn(`${said} headers`, HEADERS.length)]?.(ownOf(office), action) ?? {};
          const headers = {
            ...(who === "reporter" ? { cookie } : {}),
            ...(type === undefined ? {} : { "content-type": type }),
            ...more,
          };
          const from = `203.0.113.${drawn(said, 250)}`;
          const asked = { method, headers, from, ...(body === undefined ? {} : { body }) };
          knocks.push(async () => ({
            said: `${said}: ${JSON.stringify([headers, body])}`,
            answer: await behindProxy.knock(office, route, asked),
          }));
        }
  const answers = await all(knocks);
  expect(answers.filter(broken).map(told)).toEqual([]);
  const lines = linesSince(behindProxy.log(), began);
  for (const line of lines) {
    const said = { level: expect.stringMatching(/^(?:info|warn|error)$/), msg: expect.any(String) };
    expect(JSON.parse(line)).toMatchObject({ ...said, request: expect.stringMatching(/^[a-z2-9]{4}-[a-z2-9]{4}$/) });
  }
  expect(lines.filter((line) => /\p{Cc}/u.test(line) || Buffer.byteLength(line) > 4_096)).toEqual([]);
  expect(lines.length).toBeLessThan(answers.length / 20);
});

test("what a page cannot have sent is refused at its door, in a sentence", async ({ behindProxy, office, product }) => {
  const cookie = await cookieOf(product, office.reporter.personId);
  const knocks: (() => Promise<Knocked>)[] = [];
  const ids = ["", "x", "0".repeat(42), "\u00ff".repeat(42), "toString", actionId("switchOff")];
  for (const path of ["/login", "/desk", "/desk/people"])
    for (const id of [undefined, ...ids])
      for (const [type, body] of BODIES) {
        const headers = {
          ...{ cookie, origin: ownOf(office) },
          ...(id === undefined ? {} : { "next-action": id }),
          ...(type === undefined ? {} : { "content-type": type }),
        };
        knocks.push(async () => ({
          said: `${path} ${JSON.stringify([headers, body])}`,
          answer: await behindProxy.knock(office, path, {
            ...{ method: "POST", headers, from: "203.0.113.9" },
            ...(body === undefined ? {} : { body }),
          }),
        }));
      }
  // What can be read goes to the action, which does not find in it what it needs.
  const isRefused = ({ answer: { status, body } }: Knocked) =>
    (status >= 400 && status < 500 && SENTENCE.test(body.toString())) ||
    /"ok":false.*"sentence":"[^"]+\."/.test(body.toString());
  const answers = await all(knocks);
  expect(answers.filter((one) => !isRefused(one)).map(told)).toEqual([]);
});
