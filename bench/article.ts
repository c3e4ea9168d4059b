import { aLongText, type Office, publishNew } from "./office.ts";

/** An article without pictures that readers have. */
export type LiveArticle = { number: number; address: string; page: Buffer };

export async function aLiveArticle(url: string, office: Office): Promise<LiveArticle> {
  const number = await publishNew(office, aLongText(office.sectionId));
  const answer = await fetch(`${url}/x/x-${number}`);
  return { number, address: answer.url, page: Buffer.from(await answer.arrayBuffer()) };
}

/** The pages that show the headline of a new article, by what they are. */
export function showing({ address }: LiveArticle): Record<"article" | "section" | "front" | "feed", string> {
  const { origin, pathname } = new URL(address);
  const section = pathname.split("/")[1];
  return {
    article: address,
    section: `${origin}/${section}`,
    ...{ front: `${origin}/`, feed: `${origin}/rss.xml` },
  };
}

/** The kinds of pages that readers meet first; an article with a picture above its text is one of the demo's. */
export async function kindsOf(
  article: LiveArticle,
): Promise<Record<"article" | "section" | "front" | "search", string>> {
  const { section, front } = showing(article);
  const { origin } = new URL(front);
  const home = await (await fetch(front)).text();
  const withPicture = /<article[^>]*>(?:(?!<\/article>).)*?<img(?:(?!<\/article>).)*?<\/article>/s.exec(home)?.[0];
  const path = /href="(\/[^"]+-\d+)"/.exec(withPicture ?? "")?.[1];
  return {
    article: path === undefined ? article.address : origin + path,
    ...{ section, front, search: `${origin}/tim-kiem?q=giao+ban` },
  };
}

/** Asks until a page is answered so. @returns how long it took, in ms */
export async function untilAnswered(address: string, status: number): Promise<number> {
  const began = performance.now();
  while ((await fetch(address)).status !== status) {
    if (performance.now() - began > 10_000) throw new Error(`${address} did not answer ${status} in 10 s`);
  }
  return performance.now() - began;
}
