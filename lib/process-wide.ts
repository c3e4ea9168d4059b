/**
 * What a process has once, however often its code is loaded: Next bundles our modules in graphs of its own, beside the one that
 * Node runs for the front, and what a module keeps for itself is kept once in each of them.
 *
 * @param name by which all of them find it; no two things have the same
 * @param make is called by whoever asks first. What comes later, or goes, is a field of what it makes
 */
export function processWide<T extends object>(name: string, make: () => T): T {
  const place = Symbol.for(name);
  const shared = globalThis as { [place]?: T };
  shared[place] ??= make();
  return shared[place];
}
