/** Articles that one run of the import brought, and that wait for one confirmation. */
export type Batch = {
  id: number;
  madeAt: Date;
  madeBy: string;
  isMine: boolean;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  /** Articles that came with it; that wait; that wait for somebody like the looker; that are live; that went back. */
  total: number;
  waiting: number;
  waitingForMe: number;
  live: number;
  returned: number;
};

export type BatchArticle = {
  number: number;
  headline: string;
  /** "Tin tức - sự kiện / Đảng - đoàn thể" */
  section: string;
  datedAt: Date | null;
  views: number;
  fileName: string;
  oldPaths: string[];
  /** Sentences for the approver. That an old page names no author is known of all of them and is not said. */
  problems: string[];
  hash: string;
  /** The hash of the text of it that this person knows, or that all of it is new to them. */
  since: string;
  /** Whether this person's press confirms it. */
  mayConfirm: boolean;
  /** It changed since the text that this person knows: they decide on its own page, which shows how. */
  changed: boolean;
};

export type BatchPage = Batch & {
  /** The first that wait, no more than a person looks at in one go. */
  articles: BatchArticle[];
  /** Of both hashes of those that this person's press confirms; "" when there are none. */
  digest: string;
};
