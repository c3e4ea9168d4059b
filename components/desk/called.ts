import type { KindName } from "#features/kinds/kinds.ts";
import terms from "#messages/vi/terms.json" with { type: "json" };

/** What the desk's sentences say for a document of a kind: "bài", and "Bài" where one begins. */
export type Called = { kind: KindName; what: string; What: string };

export const calledOf = (kind: KindName): Called => ({ kind, what: terms.what[kind], What: terms.What[kind] });
