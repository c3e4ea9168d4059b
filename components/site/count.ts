const vietnamese = new Intl.NumberFormat("vi-VN");

/** 1.265 */
export const inFigures = (count: number): string => vietnamese.format(count);
