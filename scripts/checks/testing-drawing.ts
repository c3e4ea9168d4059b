import type { ReactNode } from "react";
import type { Drawable } from "#features/addresses/inside.ts";
import { papersQuery } from "#features/addresses/papers.ts";

type Drawn = { head?: unknown; body: unknown };
type Params = Record<string, string>;
type PageModule = {
  generateMetadata?: (props: { params: Promise<never> }) => Promise<unknown>;
  metadata?: unknown;
  default: (props: { params: Promise<never>; searchParams: Promise<Params> }) => ReactNode | Promise<ReactNode>;
};
type RouteModule = { GET: (request: Request, context: { params: Promise<never> }) => Promise<Response> };

/** The file that draws each kind of reader's page, and what the front asks it for. A kind that is missing does not compile. */
const FILES: { [K in Drawable["kind"]]: (what: Extract<Drawable, { kind: K }>) => [load: Load, params: Params] } = {
  home: () => [page(() => import("#app/(site)/[site]/page.tsx")), {}],
  section: ({ id, page: at }) => [
    page(() => import("#app/(site)/[site]/section/[id]/[page]/page.tsx")),
    { id: `${id}`, page: `${at}` },
  ],
  tag: ({ id, page: at }) => [
    page(() => import("#app/(site)/[site]/tag/[id]/[page]/page.tsx")),
    { id: `${id}`, page: `${at}` },
  ],
  author: ({ id, page: at }) => [
    page(() => import("#app/(site)/[site]/author/[id]/[page]/page.tsx")),
    { id: `${id}`, page: `${at}` },
  ],
  archive: ({ date, page: at }) => [
    page(() => import("#app/(site)/[site]/archive/[date]/[page]/page.tsx")),
    { date: date || "all", page: `${at}` },
  ],
  corrections: ({ page: at }) => [
    page(() => import("#app/(site)/[site]/corrections/[page]/page.tsx")),
    { page: `${at}` },
  ],
  topic: ({ number, page: at }) => [
    page(() => import("#app/(site)/[site]/topic/[number]/[page]/page.tsx")),
    { number: `${number}`, page: `${at}` },
  ],
  topics: ({ page: at }) => [page(() => import("#app/(site)/[site]/topics/[page]/page.tsx")), { page: `${at}` }],
  questions: ({ page: at }) => [page(() => import("#app/(site)/[site]/questions/[page]/page.tsx")), { page: `${at}` }],
  ask: () => [page(() => import("#app/(site)/[site]/ask/page.tsx")), {}],
  look_up: () => [page(() => import("#app/(site)/[site]/look-up/page.tsx")), {}],
  weeks: () => [page(() => import("#app/(site)/[site]/weeks/page.tsx")), {}],
  week: ({ number }) => [page(() => import("#app/(site)/[site]/week/[number]/page.tsx")), { number: `${number}` }],
  overview: () => [page(() => import("#app/(site)/[site]/overview/page.tsx")), {}],
  statistics: () => [page(() => import("#app/(site)/[site]/statistics/page.tsx")), {}],
  article: ({ number }) => [
    page(() => import("#app/(site)/[site]/article/[number]/page.tsx")),
    { number: `${number}` },
  ],
  file: ({ id }) => [page(() => import("#app/(site)/[site]/file/[id]/page.tsx")), { id: `${id}` }],
  own_page: ({ number }) => [
    page(() => import("#app/(site)/[site]/own-page/[number]/page.tsx")),
    { number: `${number}` },
  ],
  paper: ({ number }) => [page(() => import("#app/(site)/[site]/paper/[number]/page.tsx")), { number: `${number}` }],
  papers: ({ asked }) => [
    page(
      () => import("#app/(site)/[site]/papers/page.tsx"),
      Object.fromEntries(new URLSearchParams(papersQuery(asked))),
    ),
    {},
  ],
  english: ({ page: at }) => [page(() => import("#app/(english)/[site]/en/all/[page]/page.tsx")), { page: `${at}` }],
  english_corrections: ({ page: at }) => [
    page(() => import("#app/(english)/[site]/en/corrections/[page]/page.tsx")),
    { page: `${at}` },
  ],
  translation: ({ number }) => [
    page(() => import("#app/(english)/[site]/en/translation/[number]/page.tsx")),
    { number: `${number}` },
  ],
  gone: ({ number, english }) => [
    english
      ? page(() => import("#app/(english)/[site]/en/gone/[number]/page.tsx"))
      : page(() => import("#app/(site)/[site]/gone/[number]/page.tsx")),
    { number: `${number}` },
  ],
  hidden: ({ of, english }) => [
    english
      ? page(() => import("#app/(english)/[site]/en/hidden/page.tsx"))
      : page(() => import("#app/(site)/[site]/hidden/[of]/page.tsx")),
    { of },
  ],
  // What anybody types is asked for behind the address, and not kept.
  search: () => [page(() => import("#app/(site)/[site]/search/page.tsx")), {}],
  unknown: ({ english }) => [
    english
      ? page(() => import("#app/(english)/[site]/en/unknown/page.tsx"))
      : page(() => import("#app/(site)/[site]/unknown/page.tsx")),
    {},
  ],
  sitemap: ({ part }) => [
    route(() => import("#app/(site)/[site]/sitemap/[part]/route.ts")),
    { part: `${part ?? "all"}` },
  ],
  feed: ({ format, of }) => [
    route(() => import("#app/(site)/[site]/feed/[format]/[of]/[id]/route.ts")),
    { format, of: of.of, id: "id" in of ? `${of.id}` : "0" },
  ],
  api_articles: ({ sectionId, after }) => [
    route(() => import("#app/(site)/[site]/api/articles/[section]/[after]/route.ts")),
    { section: `${sectionId ?? "all"}`, after: `${after ?? "first"}` },
  ],
  api_article: ({ number }) => [
    route(() => import("#app/(site)/[site]/api/article/[number]/route.ts")),
    { number: `${number}` },
  ],
  api_sections: () => [route(() => import("#app/(site)/[site]/api/sections/route.ts")), {}],
  // As of the search for readers.
  api_search: () => [route(() => import("#app/(site)/[site]/api/search/route.ts")), {}],
  api_description: () => [route(() => import("#app/(site)/[site]/api/description/route.ts")), {}],
  api_problem: ({ why }) => [route(() => import("#app/(site)/[site]/api/problem/[why]/route.ts")), { why }],
  api_gone: ({ number }) => [
    route(() => import("#app/(site)/[site]/api/gone/[number]/route.ts")),
    { number: `${number}` },
  ],
  feeds: () => [page(() => import("#app/(site)/[site]/feeds/page.tsx")), {}],
  opensearch: () => [route(() => import("#app/(site)/[site]/opensearch/route.ts")), {}],
  manifest: () => [route(() => import("#app/(site)/[site]/manifest/route.ts")), {}],
  security: () => [route(() => import("#app/(site)/[site]/security/route.ts")), {}],
  robots: () => [route(() => import("#app/(site)/[site]/robots/route.ts")), {}],
};

/** Every kind of reader's page. */
export const KINDS_OF_PAGES = Object.keys(FILES);

/** Draws a reader's page as Next does, with all that it asks the database, and gives what readers would see of it. */
export async function drawn(siteKey: string, what: Drawable): Promise<Drawn> {
  const [load, params] = FILES[what.kind](what as never);
  const asked = { params: Promise.resolve({ site: siteKey, ...params }) as Promise<never> };
  const layout = (await import("#app/(site)/[site]/layout.tsx")) as unknown as PageModule;
  return load(asked, layout);
}

type Load = (asked: { params: Promise<never> }, layout: PageModule) => Promise<Drawn>;

const page =
  (load: () => Promise<unknown>, search: Params = {}): Load =>
  async (params, layout) => {
    const module = (await load()) as PageModule;
    const searchParams = Promise.resolve(search);
    const asked = { ...params, searchParams };
    const heads = [await layout.generateMetadata?.(asked), module.metadata, await module.generateMetadata?.(asked)];
    return { head: heads, body: await walked(await module.default({ ...asked, searchParams })) };
  };

const route =
  (load: () => Promise<unknown>): Load =>
  async (asked) => {
    const answer = await ((await load()) as RouteModule).GET(new Request("http://localhost/"), asked);
    return { body: [answer.status, await answer.text()] };
  };

/** What a tree comes to once each component in it has drawn itself. */
async function walked(node: ReactNode): Promise<unknown> {
  const one = await node;
  if (Array.isArray(one)) return Promise.all(one.map(walked));
  if (typeof one !== "object" || one === null || !("props" in one)) return one;
  const { type, props } = one as { type: unknown; props: { children?: ReactNode } };
  if (typeof type === "function") return walked(await type(props));
  const { children, ...own } = props;
  return [typeof type === "string" ? type : "", own, await walked(children)];
}
