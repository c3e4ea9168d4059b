import { handOver } from "./plain/hand-over.mjs";

await handOver("features/keeping/cli.ts", { NODE_ENV: "production" }, process.argv.slice(2));
