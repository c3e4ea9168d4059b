import { z } from "zod";
import type { BodyDoc } from "#features/text/body.ts";
import type { Fields, Kind } from "#features/text/kind.ts";
import { line } from "#features/text/typed.ts";
import { paperGaps } from "./paper-gaps.ts";
import { id, slug } from "./shapes.ts";
import { touchedByPaper } from "./touched.ts";

const VERSION = 1;

/**
 * What kind of paper it is. Laws and what carries them out, for offices that hand out what others have issued; then what an office
 * issues itself. Source: Luật Ban hành văn bản quy phạm pháp luật; Nghị định 30/2020/NĐ-CP, Điều 7.
 */
export const PAPER_FORMS = [
  ...(["law", "ordinance", "decree", "circular"] as const),
  ...(["resolution", "decision", "directive", "statute", "rules", "guidance"] as const),
  ...(["programme", "plan", "scheme", "project", "report", "submission"] as const),
  ...(["announcement", "communique", "dispatch", "telegram", "invitation", "other"] as const),
] as const;

export type PaperForm = (typeof PAPER_FORMS)[number];

/** Longest texts, in UTF-16 units; the most papers that one replaces. */
export const PAPER_LIMITS = {
  reference: 80,
  abstract: 600,
  issuer: 200,
  signerName: 120,
  signerPost: 200,
  replaces: 30,
} as const;

/** "2021-06-23", of years that a paper of today can be of: what is typed half way is none. */
export const isPaperDay = (day: string): boolean =>
  /^(?:1[89]|2\d)\d\d-/.test(day) && z.iso.date().safeParse(day).success;
const day = z.string().refine(isPaperDay, "Ngày không đúng.").nullable();

/** Everything that readers would see of a paper of an authority (văn bản), and nothing else. */
const Shape = z.strictObject({
  version: z.literal(VERSION),
  form: z.enum(PAPER_FORMS),
  /** As it stands on the paper: "06/2021/NQ-HĐND". */
  reference: line(PAPER_LIMITS.reference),
  /** What it is about, in one sentence (trích yếu): what lists call it by. */
  abstract: line(PAPER_LIMITS.abstract),
  issuer: line(PAPER_LIMITS.issuer),
  signer: z.strictObject({ name: line(PAPER_LIMITS.signerName), post: line(PAPER_LIMITS.signerPost) }),
  issuedOn: day,
  /** The first day on which it holds; null where it says none. */
  effectiveOn: day,
  /** The first day on which it holds no more; null where it does not say. */
  expiresOn: day,
  /** Papers of the site in whose place it stands. */
  replaces: z
    .array(id)
    .transform((given) => [...new Set(given)])
    .pipe(z.array(id).max(PAPER_LIMITS.replaces)),
  slug,
  body: z.unknown(),
});

export type PaperContent = Omit<z.output<typeof Shape>, "body"> & { body: BodyDoc };

/** What lists of papers show of one, beside its abstract. */
export const PAPER_CARD = ["form", "reference", "issuer", "issuedOn", "effectiveOn", "expiresOn", "replaces"] as const;
export type PaperCard = Pick<PaperContent, (typeof PAPER_CARD)[number]>;

export const paper: Kind<PaperContent> = {
  name: "paper",
  shape: Shape,
  version: VERSION,
  upgrades: {},
  bare: {
    ...{ form: "decision", reference: "", abstract: "", issuer: "", signer: { name: "", post: "" } },
    ...{ issuedOn: null, effectiveOn: null, expiresOn: null, replaces: [], slug: "" },
  },
  hasBody: true,
  typed: ["abstract", "reference", "issuer", "signer", "body", "slug"],
  fields: [
    ...(["form", "reference", "abstract", "issuer", "signer"] as const),
    ...(["issuedOn", "effectiveOn", "expiresOn", "replaces", "slug"] as const),
  ],
  title: "abstract",
  slug: "slug",
  section: null,
  atRoot: false,
  card: PAPER_CARD,
  dated: null,
  secondSections: null,
  tags: null,
  untyped: [],
  carried: [],
  // A copy is another paper, by the same office.
  notCopied: ["reference", "issuedOn", "effectiveOn", "expiresOn", "replaces", "slug"],
  without: ["correct"],
  touches: touchedByPaper,
  begun: () => ({}),
  papers: ({ replaces, reference, issuer }) => ({ named: replaces, reference, issuer }),
  gaps: paperGaps,
};

/** What lists have of a paper; a card leaves out what is as on an empty one. */
export const paperCardOf = (card: Fields): PaperCard => ({ ...paper.bare, ...card });
