import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { KEPT_UP_TO, makeFiles } from "./files.ts";

const CSS = "p { color: green } ".repeat(100);
const BIG = Buffer.alloc(KEPT_UP_TO + 1, "big ");

let url: string;
let files: ReturnType<typeof makeFiles>;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "toa-soan-files-"));
  mkdirSync(join(folder, "hình"));
  writeFileSync(join(folder, "a.css"), CSS);
  writeFileSync(join(folder, "hình", "b.png"), BIG);
  mkdirSync(join(folder, "parts"));
  writeFileSync(join(folder, "parts", "b.js"), "two();\n");
  writeFileSync(join(folder, "parts", "a.js"), "one();\n");
  writeFileSync(join(folder, "parts", "a.md"), "Why there are two.\n");
  const one = { folder: join(folder, "parts"), at: "/all.js", areOne: true };
  files = makeFiles([{ folder, at: "" }, one], { "X-Ours": "1", "X-Content-Type-Options": "nosniff" }, true);
  const server = createServer((request, response) => void files.find(request.url ?? "")?.(request, response));
  await once(server.listen(0), "listening");
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
  return () => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  };
});

const BIG_ONE = "/h%C3%ACnh/b.png";
async function asked(path: string, headers: Record<string, string> = {}) {
  const {
    status,
    headers: said,
    body,
  } = await fetch(url + path, { headers: { "accept-encoding": "identity", ...headers } });
  return { status, said, body: Buffer.from(await new Response(body).arrayBuffer()) };
}

test("only what was there at the start is found", () => {
  expect([files.find("/a.css"), files.find(BIG_ONE)]).not.toContain(undefined);
  for (const path of ["/", "/b.css", "/../a.css", "/hình/b.png"]) expect(files.find(path)).toBeUndefined();
});

test("a small file is sent compressed, a large one as it is, each with its type", async () => {
  const small = await asked("/a.css", { "accept-encoding": "br" });
  expect(small.body.toString()).toBe(CSS);
  expect(small.said.get("content-encoding")).toBe("br");
  expect(small.said.get("content-type")).toBe("text/css; charset=utf-8");
  const large = await asked(BIG_ONE, { "accept-encoding": "br" });
  expect(large.body.equals(BIG)).toBe(true);
  expect([large.said.get("content-encoding"), large.said.get("content-type")]).toEqual([null, "image/png"]);
  for (const { said } of [small, large])
    expect([said.get("accept-ranges"), said.get("vary")]).toEqual(["bytes", "Accept-Encoding"]);
});

test("files that are one are sent one after the other by name, without what lies beside them, and in part like any other", async () => {
  const [whole, part] = [await asked("/all.js"), await asked("/all.js", { range: "bytes=0-4" })];
  expect([whole.status, whole.said.get("content-type"), whole.body.toString()]).toEqual([
    ...[200, "text/javascript; charset=utf-8", "one();\ntwo();\n"],
  ]);
  expect([part.status, part.body.toString(), part.said.get("etag")]).toEqual([206, "one()", whole.said.get("etag")]);
  expect((await asked("/all.js", { "accept-encoding": "br" })).body.toString()).toBe("one();\ntwo();\n");
});

test("what may be a page of its own says what a page may do, and a part of pages only that it is taken for nothing else", async () => {
  const [part, picture] = [await asked("/a.css"), await asked(BIG_ONE)];
  const said = ({ said }: typeof part) => [said.get("x-content-type-options"), said.get("x-ours")];
  expect([said(part), said(picture)]).toEqual([
    ["nosniff", null],
    ["nosniff", "1"],
  ]);
});

test.each(["/a.css", BIG_ONE])("a part of %s can be had, on top of the same bytes", async (path) => {
  const whole = await asked(path);
  const etag = whole.said.get("etag") ?? "";
  const part = await asked(path, { range: "bytes=10-99", "if-range": etag });
  expect([part.status, part.said.get("etag")]).toEqual([206, etag]);
  expect(part.body.equals(whole.body.subarray(10, 100))).toBe(true);
});
