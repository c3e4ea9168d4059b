/**
 * Work that may not have begun before it was asked for: who comes while it goes on for somebody else waits for the next round, with
 * everybody who comes meanwhile. So there is one round at a time per key, and one to come.
 */
export function makeRounds(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  type Round = { now: Promise<unknown>; next?: Promise<unknown> };
  const rounds = new Map<string, Round>();
  function begin<T>(key: string, work: () => Promise<T>): Promise<T> {
    const now = work();
    const round: Round = { now };
    rounds.set(key, round);
    const over = () => {
      if (rounds.get(key) === round) rounds.delete(key);
    };
    now.then(over, over);
    return now;
  }
  return <T>(key: string, work: () => Promise<T>) => {
    const round = rounds.get(key);
    if (round === undefined) return begin(key, work);
    const go = () => begin(key, work);
    round.next ??= round.now.then(go, go);
    // What a key stands for is always made by the same work.
    return round.next as Promise<T>;
  };
}
