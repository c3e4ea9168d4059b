/** The fields of the page of several files, by name; what is typed in them stands in its address. */
export const MANY_FIELDS = [
  ...(["credit", "keywords", "owner", "licence", "licenceName", "licenceEnd", "rightsNote"] as const),
  ...(["peopleShown", "childrenBasis", "consentHolder", "ai"] as const),
];

/** Those that are filled in, as they were typed. */
export type ManyTyped = Partial<Record<(typeof MANY_FIELDS)[number], string>>;
