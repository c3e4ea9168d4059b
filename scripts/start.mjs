import { handOver } from "./plain/hand-over.mjs";

/**
 * In MB. On a machine with much memory Node lets garbage lie until it takes gigabytes. After a minute in which nobody asks for anything
 * it gives the room for young objects back, and does not take it again while few of them survive: from then on it collects them more
 * often (docs/decisions/0080).
 */
const HEAP = ["--min-semi-space-size=16", "--max-semi-space-size=16", "--max-old-space-size=512"];
// Node takes what stands on its command line before what its environment says.
const said = process.env.NODE_OPTIONS ?? "";
const flags = HEAP.filter((flag) => !said.includes(flag.slice(0, flag.indexOf("="))));

/**
 * For glibc. What pieces of files lie in goes back to the system when it is done with, and is not kept for more of its kind: after a
 * hundred pictures that came at once that was a hundred megabytes.
 */
const MALLOC = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "32768" };

// Whoever has set one of them knows why.
await handOver("scripts/boot/main.ts", { ...MALLOC, ...process.env, NODE_ENV: "production" }, [], { flags });
