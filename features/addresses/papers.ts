/** Addresses of papers of authorities (văn bản): their list, what narrows it, and each of them. */
export const PAPERS = "van-ban";
export const papersPath = `/${PAPERS}`;

/** The number is the key, the words are not. */
export const paperPath = (slug: string, number: number) => `/${PAPERS}/${slug}-${number}`;

/** How addresses spell whether a paper holds. */
export const STANDINGS = { "con-hieu-luc": "in_force", "chua-hieu-luc": "to_come", "het-hieu-luc": "ended" } as const;

/** What a list of papers is narrowed to, as its address says it; "" leaves it open. */
export type PapersAsked = {
  /** As typed. */
  words: string;
  form: string;
  issuer: string;
  year: string;
  standing: string;
  /** The number of the paper behind whose place the list goes on, or before it; null at its top, and where words are looked for. */
  after: number | null;
  before: number | null;
  /** Of what is found by words, from 1. */
  page: number;
};

export const ALL_PAPERS: PapersAsked = {
  ...{ words: "", form: "", issuer: "", year: "", standing: "" },
  ...{ after: null, before: null, page: 1 },
};

/** How the fields of the list are called in its address, and in its form. */
export const PAPERS_FIELDS = {
  ...{ words: "q", form: "loai", issuer: "co-quan", year: "nam", standing: "hieu-luc" },
  ...{ after: "sau", before: "truoc", page: "trang" },
} as const;

const FILTERS = ["form", "issuer", "year", "standing"] as const;

export function papersAddress(asked: Partial<PapersAsked>): string {
  return papersPath + papersQuery({ ...ALL_PAPERS, ...asked });
}

/** The query of such an address, with its `?`, or ""; what is left open is left out. */
export function papersQuery({ after, before, page, ...asked }: PapersAsked): string {
  const query = new URLSearchParams();
  for (const name of ["words", ...FILTERS] as const)
    if (asked[name] !== "") query.append(PAPERS_FIELDS[name], asked[name]);
  if (after !== null) query.append(PAPERS_FIELDS.after, String(after));
  else if (before !== null) query.append(PAPERS_FIELDS.before, String(before));
  if (page > 1) query.append(PAPERS_FIELDS.page, String(page));
  return query.size === 0 ? "" : `?${query}`;
}

/** The other way round: whatever stands there is read as something. @param query with or without its `?` */
export function papersAsked(query: string): PapersAsked {
  const said = new URLSearchParams(query);
  const one = (name: keyof typeof PAPERS_FIELDS) => said.get(PAPERS_FIELDS[name]) ?? "";
  const number = (name: "after" | "before") => (NUMBER.test(one(name)) ? Number(one(name)) : null);
  return {
    ...{ words: one("words"), form: one("form"), issuer: one("issuer"), year: one("year"), standing: one("standing") },
    ...{ after: number("after"), before: number("before") },
    page: PAGE.test(one("page")) ? Number(one("page")) : 1,
  };
}

/** How much narrows a list. */
export const narrowedBy = (asked: PapersAsked): number => FILTERS.filter((name) => asked[name] !== "").length;

/** Whether words are looked for: a search, and not a list that is known. */
export const asksWords = ({ words }: Pick<PapersAsked, "words">): boolean => words.trim() !== "";

const NUMBER = /^[1-9]\d{0,8}$/;
const PAGE = /^[1-9]\d{0,3}$/;
