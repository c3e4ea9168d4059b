/** So many at a time, in the order in which they come. */
export async function* inBatches<T>(all: AsyncIterable<T> | Iterable<T>, size: number): AsyncGenerator<[T, ...T[]]> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch as [T, ...T[]];
    batch = [];
  }
  if (batch.length > 0) yield batch as [T, ...T[]];
}
