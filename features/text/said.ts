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

/** The other way round: with what is said by default; of an object in it, with what is there. */
export function filled(said: Json, bare: Json): Json {
  const within = Object.entries(bare).map(([name, none]) => {
    const value = said[name];
    return [name, isRecord(value) && isRecord(none) ? { ...none, ...value } : (value ?? none)];
  });
  return { ...said, ...Object.fromEntries(within) };
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
