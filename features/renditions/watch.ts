import { constants, setPriority } from "node:os";
import { LIMITS } from "./limits.ts";

// What holds for a process that unpacks a picture, from its first moment on.

// Readers come first. Threads inherit this, so it is said before the first of them is made.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// Killed, a parent says nothing: the channel to it breaks.
process.once("disconnect", () => process.exit());
setInterval(() => {
  const { user, system } = process.cpuUsage();
  if (process.memoryUsage.rss() > LIMITS.memory.most) process.exit(LIMITS.memory.exitCode);
  if ((user + system) / 1_000_000 > LIMITS.seconds.most) process.exit(LIMITS.seconds.exitCode);
}, 20).unref();
