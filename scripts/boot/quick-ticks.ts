import { AsyncLocalStorage, executionAsyncResource } from "node:async_hooks";
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

/**
 * Some records, for as long as the process lives: a shape that no object has any more is forgotten when V8 collects everything, which it
 * does after a minute without requests, and the next one is another shape again (docs/decisions/0080).
 */
const kept: object[] = [];
const keep = () => kept.push(executionAsyncResource());

for (let turns = 0; turns < TURNS; turns += 1) {
  for (let times = 0; times < 4; times += 1) {
    tick(nothing);
    inside.run({}, tick, nothing);
  }
  await turn();
}
tick(keep);
inside.run({}, tick, keep);
await turn();

function tick(work: () => unknown): void {
  process.nextTick(work);
  process.nextTick(work, 1);
  process.nextTick(work, 1, 2);
}
