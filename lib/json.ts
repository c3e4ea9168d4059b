const written = new WeakMap<object, string>();

/** `JSON.parse`, for what nobody changes afterwards: `jsonOf` has its JSON at once. */
export function parseJson<T extends object>(json: string): T {
  const value: T = JSON.parse(json);
  written.set(value, json);
  return value;
}

/** `JSON.stringify` of an object, in which members that came out of `parseJson` are not written anew. */
export function jsonOf(object: object): string {
  const known = written.get(object);
  if (known !== undefined || Array.isArray(object)) return known ?? JSON.stringify(object);
  const members = Object.entries(object).flatMap(([name, value]) => {
    const json: string | undefined = written.get(value) ?? JSON.stringify(value);
    return json === undefined ? [] : [`${JSON.stringify(name)}:${json}`];
  });
  return `{${members.join(",")}}`;
}
