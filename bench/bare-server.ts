import { readFileSync } from "node:fs";
import { createServer } from "node:http";

/**
 * Node's own server and nothing else: one file, read once, for whatever is asked. Arguments: the port, the file, and what an answer
 * says, names and values in turn, as JSON.
 */
const [, , port, file = "", said = "[]"] = process.argv;
const bytes = readFileSync(file);
const headers: string[] = [...JSON.parse(said), "content-length", String(bytes.length)];
createServer((_, response) => response.writeHead(200, headers).end(bytes)).listen(Number(port), "127.0.0.1");
