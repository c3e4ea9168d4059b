/** What the page cache holds, how many pages it has ever forgotten, and how many were answered to readers. */
export type CacheFigures = { pages: number; forgotten: number; answered: number };

/** What a running product counts, as it says where it is watched from. */
export async function countedBy(metricsPort: number): Promise<CacheFigures> {
  const said = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const of = (name: string) => Number(new RegExp(`^toasoan_${name} (\\d+)$`, "m").exec(said)?.[1] ?? Number.NaN);
  return {
    ...{ pages: of("cache_pages"), forgotten: of("cache_forgotten_total") },
    answered: of('requests_total\\{kind="page",status="2xx"\\}'),
  };
}
