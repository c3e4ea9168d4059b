import type { files } from "#db/schema/files.ts";
import type { RightsFacts } from "#features/text/gaps.ts";
import { dayInWords } from "#lib/dates.ts";
import words from "#messages/vi/rights.json" with { type: "json" };

/**
 * By what right a file is shown: taken by the newsroom's own people, given by its author in writing, by contract with an agency,
 * under a licence that is free to all, or as a quotation that the law allows.
 */
export const LICENCES = ["own", "given", "agency", "free", "quoted"] as const;
export type Licence = (typeof LICENCES)[number];

/** Whether children can be recognised on a picture; of a public event nobody is asked about grown-ups either. */
export const PEOPLE_SHOWN = ["no_child", "public_event", "children"] as const;
export type PeopleShown = (typeof PEOPLE_SHOWN)[number];

/** On what basis recognisable children are shown. */
export const BASES = ["parents", "school", "authority"] as const;
export type Basis = (typeof BASES)[number];

/** So many days before a licence ends people are told of it. */
export const DAYS_AHEAD = 30;

type Row = typeof files.$inferSelect;

/** What may be said of a file's rights. A day is spelt yyyy-mm-dd. */
export type SaidRights = Pick<
  Row,
  | "owner"
  | "licence"
  | "licenceName"
  | "licenceEnd"
  | "rightsNote"
  | "peopleShown"
  | "childrenBasis"
  | "consentHolder"
  | "ai"
>;

/** The same as they stand: true today, and no part of what anybody has signed. */
export type FileRights = SaidRights &
  Pick<Row, "asksRights" | "rightsVersion"> & {
    /** Whether the licence has ended, by the database's clock. */
    hasEnded: boolean;
  };

/** What has to be known of them to say what stands in the way of a text. */
export function factsOfRights({
  asksRights,
  licence,
  licenceEnd,
  hasEnded,
  peopleShown,
  ...said
}: FileRights): RightsFacts {
  return {
    ...{ isAsked: asksRights, isLicensed: licence !== null, end: licenceEnd, hasEnded },
    saysPeople: peopleShown !== null,
    lacksBasis: peopleShown === "children" && (said.childrenBasis === null || said.consentHolder === ""),
    freeLicence: licence === "free" ? said.licenceName : "",
    ai: said.ai,
  };
}

/** Whether something is still asked of whoever brought it. */
export function isUnsaid(rights: FileRights): boolean {
  const { isAsked, isLicensed, saysPeople, lacksBasis } = factsOfRights(rights);
  return lacksBasis || (isAsked && (!isLicensed || !saysPeople));
}

/** A day as it is kept, for people: "31/12/2026". */
export const dayOfLicence = (day: string): string => dayInWords(new Date(`${day}T12:00:00+07:00`));

/** What somebody has said of the right to one picture, and may say of the next. Who is on that is another question. */
export type SaidBefore = Pick<SaidRights, "owner" | "licence" | "licenceName" | "licenceEnd" | "rightsNote">;

type Line = { name: keyof SaidRights; line: string };

/** All that is said, each with what it is called, in the order in which it is asked; what nobody has said is left out. */
export function rightsLines(said: Partial<SaidRights>): Line[] {
  const { licence, licenceEnd, peopleShown, childrenBasis, ai = "none" } = said;
  const lines: Line[] = [
    { name: "licence", line: licence ? words.licences[licence] : "" },
    { name: "licenceName", line: said.licenceName ?? "" },
    { name: "owner", line: said.owner ?? "" },
    { name: "licenceEnd", line: licenceEnd ? dayOfLicence(licenceEnd) : "" },
    { name: "rightsNote", line: said.rightsNote ?? "" },
    { name: "peopleShown", line: peopleShown ? words.people[peopleShown] : "" },
    { name: "childrenBasis", line: childrenBasis ? words.bases[childrenBasis] : "" },
    { name: "consentHolder", line: said.consentHolder ?? "" },
    { name: "ai", line: ai === "none" ? "" : words.ai[ai] },
  ];
  return lines.filter(({ line }) => line !== "");
}
