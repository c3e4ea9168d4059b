import { setImmediate as turn } from "node:timers/promises";

/**
 * `process.nextTick` runs half a dozen times for every answer, and makes a record each time. V8 makes such a record quickly for as long
 * as all that it has seen had one shape (its inline cache of the literal); among the first ones of this program, made while its parts
 * are loaded, are others, and each record took 1 µs instead of 0.1 for as long as the process lived (docs/decisions/0079).
 *
 * So some thousand ticks come before everything else, with as many arguments as Node's own streams and servers give. A few at a time:
 * records that live until the next collection would be made among old objects from then on, which costs more than it saves.
 */
const nothing = () => undefined;
const TURNS = 1_000;
for (let turns = 0; turns < TURNS; turns += 1) {
  for (let ticks = 0; ticks < 8; ticks += 1) {
    process.nextTick(nothing);
    process.nextTick(nothing, 1);
    process.nextTick(nothing, 1, 2);
  }
  await turn();
}
