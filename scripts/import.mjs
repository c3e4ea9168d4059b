import { handOver } from "./plain/hand-over.mjs";

// Files are named from where the command was typed; npm runs it in the project's folder.
const from = process.env.INIT_CWD ?? process.cwd();
await handOver("features/importing/cli.ts", { NODE_ENV: "production" }, ["--from", from, ...process.argv.slice(2)], {
  saysOn: 2,
});
