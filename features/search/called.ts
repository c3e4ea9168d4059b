/** A live article to be chosen. */
export type ArticleCalled = { id: number; title: string; section: string };
