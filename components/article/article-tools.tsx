import { say } from "#features/reading/words.ts";
import { facebookShare, mailShare, zaloShare } from "./share-addresses.ts";

type Props = {
  /** The article's whole public address. */
  url: string;
  headline: string;
};

/**
 * What readers do with an article: make it larger, hear it, print it, pass it on. Ways to pass it on are plain links; the rest is done by
 * `public/tools.js`, and is not there without scripts.
 */
export function ArticleTools({ url, headline }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is of a form
    <div className="tools" role="group" aria-label={say("tools.name")} data-address={url} {...SAID}>
      {/* Their names begin with what is seen: so somebody calls them who speaks to the browser. */}
      <span className="tool-sizes by-script">
        <button type="button" data-tool="smaller" aria-label={say("tools.smaller")}>
          A−
        </button>
        <button type="button" data-tool="plain" aria-label={say("tools.plain")}>
          A
        </button>
        <button type="button" data-tool="larger" aria-label={say("tools.larger")}>
          A+
        </button>
      </span>
      <button type="button" className="by-script" data-tool="contrast" aria-pressed="false">
        {say("tools.contrast")}
      </button>
      <details className="share">
        <summary>{say("tools.share")}</summary>
        <ul>
          <li className="by-script">
            <button type="button" data-tool="copy">
              {say("tools.copy")}
            </button>
          </li>
          <li className="by-script" hidden>
            <button type="button" data-tool="send">
              {say("tools.send")}
            </button>
          </li>
          <li>
            <a href={mailShare(url, headline)}>{say("tools.mail")}</a>
          </li>
          <li>
            <a href={zaloShare(url)} rel="external nofollow">
              Zalo
            </a>
          </li>
          <li>
            <a href={facebookShare(url)} rel="external nofollow">
              Facebook
            </a>
          </li>
        </ul>
      </details>
      <button type="button" className="by-script" data-tool="print">
        {say("tools.print")}
      </button>
      <button type="button" className="by-script" data-tool="listen" hidden>
        {say("tools.listen")}
      </button>
      <p className="tools-said unseen" role="status" />
      <script src="/tools.js" defer />
    </div>
  );
}

/** What the script says; {0} is what it has to fill in. */
const SAID = {
  "data-size": say("tools.size", { percent: "{0}" }),
  "data-copied": say("tools.copied"),
  "data-not-copied": say("tools.notCopied"),
  "data-listen": say("tools.listen"),
  "data-stop": say("tools.stop"),
};
