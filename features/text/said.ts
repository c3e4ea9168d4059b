type Json = Readonly<Record<string, unknown>>;

/** What is said of what can be, without what is as where nothing is; of an object in it, what is said there. */
export function saidBeside(given: Json, bare: Json): Json {
  const said = Object.entries(bare).flatMap(([name, none]) => {
    const value = given[name];
    if (isRecord(value) && isRecord(none)) {
      const within = saidBeside(value, none);
      return Object.keys(within).length === 0 ? [] : [[name, within] as const];
    }
    const isBare = value === undefined || value === none || (Array.isArray(value) && value.length === 0);
    return isBare ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
