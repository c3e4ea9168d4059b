/** Articles on one page of a section. */
export const PAGE_SIZE = 20;

/** Pages of a section with `total` articles; an empty section still has its first page. */
export const pagesFor = (total: number) => Math.max(1, Math.ceil(total / PAGE_SIZE));
