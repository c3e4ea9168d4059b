/** `hreflang` of two addresses that say the same, for the head of both; who reads neither language is led to the Vietnamese one. */
export const inBothLanguages = (origin: string, { vi, en }: { vi: string; en: string }) => ({
  languages: { vi: origin + vi, en: origin + en, "x-default": origin + vi },
});
