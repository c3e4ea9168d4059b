import { handOver } from "./plain/hand-over.mjs";

await handOver("bench/main.ts", { NODE_ENV: undefined }, process.argv.slice(2));
