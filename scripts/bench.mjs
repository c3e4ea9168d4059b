import { handOver } from "./plain/hand-over.mjs";

const args = process.argv.slice(2);
const file = args.includes("--archive") ? "bench/archive.ts" : "bench/main.ts";
await handOver(file, { NODE_ENV: undefined }, args);
