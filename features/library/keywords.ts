/** Keywords as they are typed in one field. */
export const typedKeywords = (all: readonly string[]): string => all.join(", ");
