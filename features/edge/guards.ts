/** By whom a way in may be used, and by what that is held. */
export type Guard = "staffAction" | "tokenAction" | "publicAction" | "tokenRoute" | "staffRoute" | "publicRoute";

const guards = new WeakMap<object, Guard>();

/** Notes which guard made a way in. Only the guards of this room call it: a route or action that none of them made has no note. */
export function guarded<Way extends object>(guard: Guard, way: Way): Way {
  guards.set(way, guard);
  return way;
}

/** The guard that made a route's or an action's function; undefined when none of ours did. */
export function guardOf(way: unknown): Guard | undefined {
  return typeof way === "function" ? guards.get(way) : undefined;
}
