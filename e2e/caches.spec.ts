import { documentFact } from "#features/facts/facts.ts";
import { carryOut } from "#features/moves/commands.ts";
import { published } from "#features/moves/testing.ts";
import { surrogateKey } from "#server/surrogate.ts";
import { ask } from "./fixtures/ask.ts";
import { expect, test } from "./fixtures/behind-proxy.ts";

const A_CACHE = { "surrogate-capability": 'cache="Surrogate/1.0"' };

test("a cache in front is given a page with its keys, and told to forget by one of them when it is withdrawn", async ({
  office,
  behindProxy,
}) => {
  const id = await published(office);
  const path = `/dang-doan-the/khai-mac-hoi-thao-phuong-${id}`;
  const asked = (headers = A_CACHE) => behindProxy.knock(office, path, { headers });
  await expect.poll(async () => (await asked()).headers["surrogate-key"]).toBeTruthy();
  const { headers } = await asked();
  expect(headers).toMatchObject({ "x-accel-expires": "10", "cache-control": "no-cache" });
  const keys = String(headers["surrogate-key"]).split(" ");
  expect(keys.length).toBeGreaterThan(3);

  const key = surrogateKey(documentFact(id));
  expect(keys).toContain(key);
  const timesTold = () => behindProxy.told().filter((words) => words.split(" ").includes(key)).length;
  // Of its publication, and once more as of everything: what is told next is the withdrawal.
  await expect.poll(timesTold).toBe(2);
  await carryOut(office.approver, "withdraw", id, { reason: "error" });
  await expect.poll(timesTold, { intervals: [20] }).toBeGreaterThan(2);
  // Whoever asks because of that gets what is true now.
  const gone = await asked();
  expect(gone.status).toBe(410);
  expect(gone.headers).not.toHaveProperty("surrogate-key");
  expect(gone.headers).not.toHaveProperty("x-accel-expires");
});

test("a cache hears of the start that everything it kept before is old", async ({ behindProxy }) => {
  expect(behindProxy.told()[0]).toBe("*");
});

test("nobody but a cache is told of keys, and a cache gets none for what is private, unknown, searched or asked with a query", async ({
  office,
  behindProxy,
}) => {
  const keysAt = async (path: string, headers: Record<string, string>) =>
    (await behindProxy.knock(office, path, { headers })).headers["surrogate-key"];
  await expect.poll(() => keysAt("/", A_CACHE)).toBeTruthy();
  expect(await keysAt("/", {})).toBeUndefined();
  const paths = ["/desk", "/login", "/api/health", "/khong-co", "/?x=1", "/tim-kiem?q=a", "/desk/documents/1/preview"];
  for (const path of [...paths, "/%00", "/Tin-Tuc"])
    expect([path, await keysAt(path, A_CACHE)]).toEqual([path, undefined]);
});

test("the product that no cache stands before says nothing of keys, whoever asks", async ({ office }) => {
  const { status, headers } = await ask(office.host, "/", { headers: A_CACHE });
  expect(status).toBe(200);
  expect(headers).not.toHaveProperty("surrogate-key");
});
