/** Two or four pictures of a gallery stand two beside each other, others three. */
export const inPairs = (count: number): boolean => count === 2 || count === 4;
