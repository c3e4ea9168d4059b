import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * Node's own server and nothing else: one file, read once, for whatever is asked. Arguments: the port, the file, of which type
 * it is, and how it was compressed if it was.
 */
const [, , port, file = "", type = "", encoding] = process.argv;
const bytes = readFileSync(file);
const headers = {
  "content-type": type,
  ...(encoding ? { "content-encoding": encoding } : {}),
  "content-length": bytes.length,
};
createServer((_, response) => response.writeHead(200, headers).end(bytes)).listen(Number(port), "127.0.0.1");
