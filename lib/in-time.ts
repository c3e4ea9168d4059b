/** Waits for work, so long. @throws what it throws; where it takes longer, that the database did not answer */
export async function inTime<T>(work: Promise<T>, atMostMs: number): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const late = new Error(`The database did not answer within ${atMostMs} ms.`);
  // What came while this process had no time itself is heard first.
  const timer = setTimeout(() => setImmediate(() => limit.reject(late)), atMostMs);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}
