import type { Name } from "#features/sites/names.ts";

/** Something that was done about the name of a section, as the office has it on record. */
export type NameDeed = {
  id: number;
  kind: "section_name_proposed" | "section_renamed" | "section_name_dropped";
  sectionId: number;
  before: Name;
  after: Name;
  at: Date;
  byId: number;
  by: string;
  /** Who proposed what was agreed to or put aside; of a proposal, the same person. */
  proposedBy: string;
};

/** A section as those see it who decide what it is called. */
export type SectionToName = Name & {
  id: number;
  depth: number;
  /** "Tin tức / Đảng - đoàn thể" */
  path: string;
  /** Readers have its page. */
  opened: boolean;
  /** Addresses that it had, and by which readers find it still. */
  former: readonly string[];
  /** What was done last about its name. */
  last: NameDeed | null;
  mayPropose: boolean;
  /** Of what stands as proposed. */
  mayAgree: boolean;
  mayDrop: boolean;
};
