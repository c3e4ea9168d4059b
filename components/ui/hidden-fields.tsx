/** What a form sends along that nobody fills in. A list is sent under one name, value by value. */
export function HiddenFields({ of }: { of: Readonly<Record<string, string | number | readonly number[] | null>> }) {
  return Object.entries(of).flatMap(([name, said]) =>
    [said].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value ?? ""} />),
  );
}
