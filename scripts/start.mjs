import { handOver } from "./plain/hand-over.mjs";

await handOver("scripts/boot/main.ts", { NODE_ENV: "production" });
