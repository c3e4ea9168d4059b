import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/** Node's own server and nothing else: one file, read once, for whatever is asked. Arguments: the port, the file. */
const [, , port, file = ""] = process.argv;
const bytes = readFileSync(file);
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-encoding": "gzip",
  "content-length": bytes.length,
};
createServer((_, response) => response.writeHead(200, headers).end(bytes)).listen(Number(port), "127.0.0.1");
