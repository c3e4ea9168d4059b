import type { Visibility } from "#features/workflow/machine.ts";

/** The English sister of a document as the desk shows it beside that. Its title and its address are empty and null before readers had it. */
export type SisterLine = { id: number; title: string; slug: string | null; visibility: Visibility };

/** What an English sister is the sister of. `isNewer`: it has gone out once more since its sister did. */
export type OriginalLine = { id: number; title: string; visibility: Visibility; isNewer: boolean };
