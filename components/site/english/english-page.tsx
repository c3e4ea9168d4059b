import type { ReactNode } from "react";
import { englishCorrectionsPath, englishPath } from "#features/addresses/english.ts";
import { homePath } from "#features/addresses/public.ts";
import type { EnglishFrame } from "#features/reading/frame.ts";
import type { Site } from "#features/reading/types.ts";
import { englishName, sayInEnglish as say } from "#features/reading/words-in-english.ts";
import { callTo, Frame, type FrameWords, Imprint, mailTo, SiteName } from "../frame.tsx";
import { LooksAtFoot } from "../looks.tsx";
import { englishToolWords } from "../tool-words.ts";
import { englishBannerWords } from "./banner-words.tsx";

/** What stands around every English page is made of this. */
export type AroundInEnglish = EnglishFrame & {
  /** Where the same is said in Vietnamese; where it is not, the home page. */
  vietnamese?: string | undefined;
  /** The site's name is its heading. */
  isHome?: boolean;
  /** As of a Vietnamese page. */
  hasTools?: boolean;
};

const words: FrameWords = {
  ...{ skip: say("skip"), demo: say("demo"), demoName: say("demoName"), notice: say("notice"), toTop: say("toTop") },
  ...{ banners: englishBannerWords, lang: "vi" },
};

/** An English page: who speaks, the way to everything in English, and the way back to Vietnamese. */
export function EnglishPage({ children, ...around }: AroundInEnglish & { children: ReactNode }) {
  const { site, banners, now, vietnamese = homePath, hasTools = false } = around;
  return (
    <Frame
      {...{ site, banners, now, words }}
      head={<Masthead {...around} vietnamese={vietnamese} />}
      foot={<Foot {...{ site, vietnamese, hasTools }} />}
    >
      {children}
    </Frame>
  );
}

function Masthead({ site, emblem, vietnamese, isHome = false }: AroundInEnglish & { vietnamese: string }) {
  return (
    <header className="masthead">
      <div className="sheet masthead-row">
        <SiteName {...englishName(site)} emblem={emblem} home={englishPath()} isHome={isHome} />
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
              <ToVietnamese path={vietnamese} />
            </li>
          </ul>
        </div>
      </nav>
    </header>
  );
}

function Foot({ site, vietnamese, hasTools }: { site: Site; vietnamese: string; hasTools: boolean }) {
  const { address, phone, email } = site;
  const lines = [
    { name: say("address"), value: address, lang: "vi" as const },
    { name: say("phone"), value: phone, href: callTo(phone) },
    { name: say("email"), value: email, href: mailTo(email) },
  ];
  return (
    <footer className="foot">
      <Imprint {...englishName(site)} {...{ lines, words }}>
        <ul className="own-pages">
          <li>
            <a href={englishCorrectionsPath()}>{say("corrections.title")}</a>
          </li>
          <li>
            <ToVietnamese path={vietnamese} />
          </li>
        </ul>
        {hasTools ? null : <LooksAtFoot words={englishToolWords} />}
      </Imprint>
    </footer>
  );
}

function ToVietnamese({ path }: { path: string }) {
  return (
    <a href={path} lang="vi" hrefLang="vi">
      {say("vietnamese")}
    </a>
  );
}
