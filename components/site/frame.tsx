import type { ReactNode } from "react";
import type { Picture } from "#features/files/picture.ts";
import type { Banners } from "#features/reading/banners.ts";
import type { Site } from "#features/reading/types.ts";
import { BannerBars, type BannerWords } from "./banner-bars.tsx";
import { Emblem } from "./emblem.tsx";
import { NoticeBar } from "./notice-bar.tsx";

/** What stands around a page in whatever language. @property lang of what the site says of itself, where the page is in another one */
export type FrameWords = {
  skip: string;
  demo: string;
  demoName: string;
  notice: string;
  toTop: string;
  banners: BannerWords;
  lang?: "vi";
};

type Props = {
  site: Site;
  /** What stands above the page for now. */
  banners: Banners;
  now: Date;
  words: FrameWords;
  head: ReactNode;
  foot: ReactNode;
  children: ReactNode;
};

/** Every reader page: the way past what stands above it, what is urgent, who speaks, the page itself, and who answers for it. */
export function Frame({ site, banners, now, words, head, foot, children }: Props) {
  return (
    <>
      <a className="skip" href="#noi-dung">
        {words.skip}
      </a>
      <BannerBars banners={banners} words={words.banners} />
      <NoticeBar notice={site.notice} now={now} name={words.notice} lang={words.lang} />
      {site.demo ? (
        <aside className="demo" aria-label={words.demoName}>
          {words.demo}
        </aside>
      ) : null}
      {head}
      <main id="noi-dung" className="sheet">
        {children}
      </main>
      {foot}
    </>
  );
}

/** How a site is called. @property lang where that is another language than the page's */
type Called = { name: string; agency: string; lang?: "en" | "vi" };

/** Who speaks, and the way home. */
export function SiteName({
  name,
  agency,
  lang,
  emblem,
  home,
  isHome,
}: Called & { emblem: Picture | null; home: string; isHome: boolean }) {
  const Name = isHome ? "h1" : "p";
  return (
    <Name className="site-name">
      <a href={home}>
        {emblem === null ? null : <Emblem picture={emblem} />}
        <span lang={lang}>
          {agency === "" ? null : <span className="agency">{agency}</span>}
          <span className="name">{name}</span>
        </span>
      </a>
    </Name>
  );
}

type Line = { name: string; value: string; href?: string; lang?: "vi" | undefined };

/** Who answers for a site, and how they are reached. @param lines those without a value are left out @param children ways to other pages */
export function Imprint({
  name,
  agency,
  lang,
  lines,
  words,
  children,
}: Called & { lines: readonly Line[]; words: FrameWords; children: ReactNode }) {
  return (
    <div className="sheet imprint">
      <p className="foot-name" lang={lang}>
        {name}
      </p>
      {agency === "" ? null : <p lang={lang}>{agency}</p>}
      <dl>
        {lines
          .filter(({ value }) => value !== "")
          .map((line) => (
            <div key={line.name}>
              <dt>{line.name}:</dt>
              <dd lang={line.lang}>{line.href === undefined ? line.value : <a href={line.href}>{line.value}</a>}</dd>
            </div>
          ))}
      </dl>
      {children}
      <p className="to-top">
        <a href="#noi-dung">{words.toTop}</a>
      </p>
    </div>
  );
}

/** How a telephone is told to call a number, however that is written; and a program to write to an address. */
export const callTo = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, "")}`;
export const mailTo = (email: string): string => `mailto:${email}`;
