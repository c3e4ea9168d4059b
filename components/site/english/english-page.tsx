import type { ReactNode } from "react";
import { englishPath } from "#features/addresses/english.ts";
import { homePath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import type { Banners } from "#features/reading/banners.ts";
import type { Site } from "#features/reading/types.ts";
import { englishName, sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { BannerBars } from "../banner-bars.tsx";
import { Emblem } from "../emblem.tsx";
import { LooksAtFoot } from "../looks.tsx";
import { NoticeBar } from "../notice-bar.tsx";
import { englishToolWords } from "./tool-words.ts";

/** What stands around every English page is made of this. */
export type AroundInEnglish = {
  site: Site;
  emblem: Picture | null;
  /** What stands above the page for now. */
  banners: Banners;
  now: Date;
  /** Where the same is said in Vietnamese; where it is not, the home page. */
  vietnamese?: string | undefined;
  /** The site's name is its heading. */
  isHome?: boolean;
  /** As of a Vietnamese page. */
  hasTools?: boolean;
};

/** An English page: who speaks, the way to everything in English, and the way back to Vietnamese. */
export function EnglishPage({ children, ...around }: AroundInEnglish & { children: ReactNode }) {
  const { site, banners, now, vietnamese = homePath, hasTools = false } = around;
  return (
    <>
      <a className="skip" href="#noi-dung">
        {say("skip")}
      </a>
      {/* Whoever reads English is warned as well, in the words that were signed. */}
      <div lang="vi">
        <BannerBars banners={banners} />
        <NoticeBar notice={site.notice} now={now} />
      </div>
      {site.demo ? (
        <aside className="demo" aria-label={say("demoName")}>
          {say("demo")}
        </aside>
      ) : null}
      <Masthead {...around} vietnamese={vietnamese} />
      <main id="noi-dung" className="sheet">
        {children}
      </main>
      <Foot {...{ site, vietnamese, hasTools }} />
    </>
  );
}

function Masthead({ site, emblem, vietnamese, isHome = false }: AroundInEnglish & { vietnamese: string }) {
  const Name = isHome ? "h1" : "p";
  const { name, agency, lang } = englishName(site);
  return (
    <header className="masthead">
      <div className="sheet masthead-row">
        <Name className="site-name">
          <a href={englishPath()}>
            {emblem === null ? null : <Emblem picture={emblem} />}
            <span lang={lang}>
              {agency === "" ? null : <span className="agency">{agency}</span>}
              <span className="name">{name}</span>
            </span>
          </a>
        </Name>
      </div>
      <nav className="menu in-english" aria-label={say("menu")}>
        <div className="sheet menu-row">
          <ul>
            <li>
              <a href={englishPath()} aria-current={isHome ? "page" : undefined}>
                {say("home")}
              </a>
            </li>
            <li>
              <a href={vietnamese} lang="vi" hrefLang="vi">
                {say("vietnamese")}
              </a>
            </li>
          </ul>
        </div>
      </nav>
    </header>
  );
}

function Foot({ site, vietnamese, hasTools }: { site: Site; vietnamese: string; hasTools: boolean }) {
  const { name, agency, lang } = englishName(site);
  return (
    <footer className="foot">
      <div className="sheet imprint">
        <p className="foot-name" lang={lang}>
          {name}
        </p>
        {agency === "" ? null : <p lang={lang}>{agency}</p>}
        <dl>
          {site.address === "" ? null : (
            <div>
              <dt>{say("address")}:</dt>
              <dd lang="vi">{site.address}</dd>
            </div>
          )}
          {site.phone === "" ? null : (
            <div>
              <dt>{say("phone")}:</dt>
              <dd>
                <a href={`tel:${site.phone.replace(/[^+\d]/g, "")}`}>{site.phone}</a>
              </dd>
            </div>
          )}
          {site.email === "" ? null : (
            <div>
              <dt>{say("email")}:</dt>
              <dd>
                <a href={`mailto:${site.email}`}>{site.email}</a>
              </dd>
            </div>
          )}
        </dl>
        <ul className="own-pages">
          <li>
            <a href={vietnamese} lang="vi" hrefLang="vi">
              {say("vietnamese")}
            </a>
          </li>
        </ul>
        {hasTools ? null : <LooksAtFoot words={englishToolWords} />}
        <p className="to-top">
          <a href="#noi-dung">{say("toTop")}</a>
        </p>
      </div>
    </footer>
  );
}
