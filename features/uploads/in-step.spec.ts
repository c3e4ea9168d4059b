import { expect, test } from "vitest";
import { inStep } from "./in-step.ts";

const ADDRESS = "http://desk.vn/api/uploads/1";

/** A request with a body of pieces, and how many of them were asked for. */
function bodyOf(...pieces: string[]) {
  const asked = { count: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[asked.count];
        asked.count += 1;
        if (piece === undefined) controller.close();
        else controller.enqueue(Buffer.from(piece));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "PATCH", headers: { "upload-offset": "7" }, body, duplex: "half" as const };
  return { asked, request: new Request(ADDRESS, init) };
}

test("the next piece of a body is asked for when the one before it has been written, and every piece comes", async () => {
  const { asked, request } = bodyOf("một", "hai", "ba");
  const coming = inStep(request);
  const reader = coming.request.body?.getReader();
  const read = async () => Buffer.from((await reader?.read())?.value ?? "").toString();
  expect(await read()).toBe("một");
  const second = read();
  await new Promise(setImmediate);
  expect(asked.count).toBe(1);
  coming.written();
  expect(await second).toBe("hai");
  coming.written();
  expect(await read()).toBe("ba");
  coming.written();
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
});

test("an empty piece is passed over, and what follows it comes", async () => {
  const { request } = bodyOf("một", "", "", "hai", "");
  const coming = inStep(request);
  const reader = coming.request.body?.getReader();
  const read = async () => Buffer.from((await reader?.read())?.value ?? "").toString();
  expect(await read()).toBe("một");
  coming.written();
  expect(await read()).toBe("hai");
  coming.written();
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
});

test("of a body that breaks off between two pieces whoever takes it hears", async () => {
  const { promise: lost, reject: lose } = Promise.withResolvers<void>();
  let isBegun = false;
  const pull = async (to: ReadableStreamDefaultController<Uint8Array>) => {
    if (isBegun) return lost;
    isBegun = true;
    to.enqueue(Buffer.from("một"));
  };
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  const init = { method: "PATCH", body, duplex: "half" as const };
  const coming = inStep(new Request(ADDRESS, init));
  const reader = coming.request.body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  coming.written();
  const second = reader?.read();
  lose(new Error("the network is gone"));
  await expect(second).rejects.toThrow("the network is gone");
});

test("what else is said stays as it was, and what has no body is passed on", async () => {
  const { request } = bodyOf("một");
  const { method, url, headers } = inStep(request).request;
  expect([method, url, headers.get("upload-offset")]).toEqual(["PATCH", ADDRESS, "7"]);
  const asking = new Request(ADDRESS, { method: "HEAD" });
  expect(inStep(asking).request).toBe(asking);
});

test("whoever takes no more of it takes no more of what it was made of", async () => {
  const { reader, cancelled } = takenFrom();
  await reader?.read();
  await reader?.cancel("enough");
  expect(await cancelled).toBe("enough");
});

test("whoever is gone while the next piece waits takes no more of it either", async () => {
  const { coming, reader, cancelled } = takenFrom();
  await reader?.read();
  const second = reader?.read();
  await reader?.cancel("gone");
  expect(await cancelled).toBe("gone");
  expect(await second).toEqual({ done: true, value: undefined });
  coming.written();
  expect(await reader?.read()).toEqual({ done: true, value: undefined });
});

/** What takes a body that has no end, and with which reason the body hears that nobody takes it any more. */
function takenFrom() {
  const { promise: cancelled, resolve } = Promise.withResolvers<unknown>();
  const body = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(Buffer.from("một")), cancel: resolve });
  const init = { method: "PATCH", body, duplex: "half" as const };
  const coming = inStep(new Request(ADDRESS, init));
  return { coming, reader: coming.request.body?.getReader(), cancelled };
}
