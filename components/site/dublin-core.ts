/** Elements of Dublin Core as the circular on metadata of state portals names them; several values stand apart by ";". */
type Elements = {
  title: string;
  creator: string[];
  date?: string;
  description: string;
  publisher: string;
  identifier: string;
  language: string;
  source?: string;
  subject?: string[];
  type?: string;
};

/** `<meta name="DC.…">`, one for each element that has a value: an empty one may not stand there. */
export function dublinCore(elements: Elements): Record<string, string> {
  const named = Object.entries(elements).map(([name, value]): [string, string] => [
    `DC.${name}`,
    Array.isArray(value) ? value.join("; ") : value,
  ]);
  return Object.fromEntries(named.filter(([, value]) => value !== ""));
}
