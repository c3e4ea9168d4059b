import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { withoutScripts } from "./still.ts";

async function answered(handle: RequestListener) {
  const server = createServer((request, response) => {
    withoutScripts(request, response);
    handle(request, response);
  });
  await new Promise<void>((listening) => server.listen(0, listening));
  try {
    const answer = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`);
    return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
  } finally {
    server.close();
  }
}

test("a page that comes in pieces goes out whole and without its runtime", async () => {
  const { status, body } = await answered((request, response) => {
    expect(request.headers["accept-encoding"]).toBeUndefined();
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.flushHeaders();
    response.write("<p>Hội th");
    response.write(Buffer.from("ao</p><scr"));
    response.end('ipt src="/_next/static/a.js"></script><script>1</script>');
  });
  expect({ status, body }).toEqual({ status: 200, body: "<p>Hội thao</p>" });
});

test("a page that is not there says so itself, whatever a script would have said", async () => {
  const { status, body } = await answered((_, response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end('<html id="__next_error__"><script>1</script></html>');
  });
  expect(status).toBe(404);
  expect(body).toContain("<h1>Không tìm thấy bài này</h1>");
  expect(body).toContain('<a href="/desk/documents">');
  expect(body).not.toContain("script");
});

test("what is no page, and a page that is not whole without its scripts, stays as it is", async () => {
  const text = await answered((_, response) => {
    response.writeHead(404, { "content-type": "text/plain" });
    response.end("<script>1</script>");
  });
  expect(text).toMatchObject({ status: 404, body: "<script>1</script>" });
  const waiting = '<!--$?--><template id="B:0"></template><!--/$--><script>$RC("B:0")</script>';
  const page = await answered((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end(waiting);
  });
  expect(page.body).toBe(waiting);
});
