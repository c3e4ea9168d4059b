type InStep = {
  request: Request;
  /** A piece of the body has been written down. */
  written(): void;
};

/**
 * A request whose body comes in step with the disk: the next piece when the one before it has been written down. What stands between
 * a socket and a file fills up, each stream by itself, and a hundred pictures that come at once would lie in memory whole.
 */
export function inStep(request: Request): InStep {
  const { body, url, method, headers, signal } = request;
  if (body === null) return { request, written: () => undefined };
  const reader = body.getReader();
  let step = Promise.withResolvers<void>();
  step.resolve();
  const slow = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await step.promise;
        const { done, value } = await readOn(reader);
        if (done) return controller.close();
        step = Promise.withResolvers();
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const init = { method, headers, signal, body: slow, duplex: "half" as const };
  return { request: new Request(url, init), written: () => step.resolve() };
}

/** The next piece that has bytes: of an empty one nobody says that it has been written. */
async function readOn(reader: ReadableStreamDefaultReader<Uint8Array>) {
  let read = await reader.read();
  while (!read.done && read.value.length === 0) read = await reader.read();
  return read;
}
