/** What Word's style sheets and attributes say of a paragraph, of the little that lists are made from. */
export type Sheet = {
  /** The list and the level in it, as Word calls them: its paragraphs are counted in one way. "" where it says neither. */
  list(paragraph: Element): string;
  /** From 1. A marker without a level belongs to the first. */
  level(paragraph: Element): number;
  /** From the left, in points. */
  margin(paragraph: Element): number;
  /** True for a paragraph without a marker that stands where the words of an item stand whose margin is given. */
  continues(paragraph: Element, margin: number): boolean;
};

/** Browsers drop what they do not know of a style, so it is read as it was written. */
export function sheetOf(page: Document): Sheet {
  const rules = rulesIn([...page.querySelectorAll("style")].map((style) => style.textContent ?? "").join("\n"));
  const said = (paragraph: Element): string[] => [
    paragraph.getAttribute("style") ?? "",
    ...[...paragraph.classList].map((name) => rules.get(`p.${name}`) ?? ""),
  ];
  const margin = (paragraph: Element): number => {
    for (const style of said(paragraph)) {
      const sides = declared(style, "margin")?.split(/\s+/) ?? [];
      const left = declared(style, "margin-left") ?? sides[3] ?? sides[1] ?? sides[0];
      if (left !== undefined) return points(left);
    }
    return isOfLists(paragraph) ? LIST_MARGIN : 0;
  };
  const list = (paragraph: Element): string =>
    said(paragraph)
      .map((style) => declared(style, "mso-list") ?? "")
      .find((one) => LEVEL.test(one)) ?? "";
  return {
    ...{ margin, list },
    level: (paragraph) => Number(LEVEL.exec(list(paragraph))?.[1] ?? 1),
    continues(paragraph, of) {
      const own = margin(paragraph);
      return own > 0 && (isOfLists(paragraph) ? of <= own + 1 : Math.abs(of - own) <= 1);
    },
  };
}

const LEVEL = /\blevel(\d)\b/;

/** Word's own margin of a list paragraph whose sheet did not come along. */
const LIST_MARGIN = 36;

const isOfLists = (paragraph: Element): boolean => /\bMsoList/.test(paragraph.className);

function rulesIn(css: string): Map<string, string> {
  const rules = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, "").split("}");
  return new Map(
    rules.flatMap((rule) => {
      const [names = "", body = ""] = rule.split("{").slice(-2);
      return names.split(",").map((name) => [name.trim(), body] as const);
    }),
  );
}

function declared(style: string, name: string): string | undefined {
  return new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;]*)`, "i").exec(style)?.[1]?.trim();
}

function points(length: string): number {
  const [, number = "0", unit = ""] = /^(-?[\d.]+)([a-z]*)/i.exec(length) ?? [];
  return Number(number) * ({ in: 72, cm: 28.35, mm: 2.835, px: 0.75 }[unit.toLowerCase()] ?? 1);
}
