import { handOver } from "./plain/hand-over.mjs";

/**
 * In MB. On a machine with much memory Node lets garbage lie until it takes gigabytes. After two minutes of
 * `npm run bench -- mixed` on a quiet machine the server takes 422 MB so.
 */
const HEAP = ["--max-semi-space-size=16", "--max-old-space-size=512"];
// Node takes what stands on its command line before what its environment says.
const said = process.env.NODE_OPTIONS ?? "";
const flags = HEAP.filter((flag) => !said.includes(flag.slice(0, flag.indexOf("="))));

await handOver("scripts/boot/main.ts", { NODE_ENV: "production" }, [], { flags });
