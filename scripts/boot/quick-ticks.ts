import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate as turn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";

// What outlives a collection while the program starts would else be made among old objects for as long as it runs. An engine that does
// not know the word says so in a line, and goes on.
setFlagsFromString("--no-allocation-site-pretenuring");

/**
 * `process.nextTick` runs half a dozen times for every answer, and makes a record each time. V8 makes such a record quickly for as long
 * as all that it has watched had one shape (its inline cache of the literal). With the first tick inside of an `AsyncLocalStorage`, which
 * every page that is drawn has, comes another one, and from then on each record took 1 µs instead of 0.1 (docs/decisions/0079).
 *
 * So some thousand ticks come first, inside of one and outside, with as many arguments as Node's own streams and servers give: V8
 * watches when their shape is found already. A few at a time, so that none lives long.
 */
const TURNS = 1_000;
const nothing = () => undefined;
const inside = new AsyncLocalStorage<object>();

for (let turns = 0; turns < TURNS; turns += 1) {
  for (let times = 0; times < 4; times += 1) {
    tick();
    inside.run({}, tick);
  }
  await turn();
}

function tick(): void {
  process.nextTick(nothing);
  process.nextTick(nothing, 1);
  process.nextTick(nothing, 1, 2);
}
