import { handOver } from "./plain/hand-over.mjs";

const args = process.argv.slice(2);
const OTHERS = {
  "--archive": "bench/archive.ts",
  "--search": "bench/search.ts",
  "--files": "bench/archive-files.ts",
  "--ssim": "bench/ssim.ts",
};
const other = Object.keys(OTHERS).find((word) => args.includes(word));
await handOver(other ? OTHERS[other] : "bench/main.ts", { NODE_ENV: undefined }, args);
