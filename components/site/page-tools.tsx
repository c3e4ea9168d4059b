import { facebookShare, mailShare, zaloShare } from "#components/article/share-addresses.ts";
import { Looks } from "./looks.tsx";
import type { ToolWords } from "./tool-words.ts";

type Props = {
  /** The page's whole public address. */
  url: string;
  title: string;
  words: ToolWords;
  /** Whether there is a text to be read aloud. */
  canListen?: boolean;
};

/**
 * What readers do with an article or another page of its own: make it larger, hear it, print it, pass it on. Ways to pass it on are plain
 * links; the rest is done by `components/site/scripts`, `look.js` and `tools.js`, and is not there without scripts.
 */
export function PageTools({ url, title, words, canListen = true }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field set is of a form
    <div className="tools" role="group" aria-label={words.name} data-address={url} {...saidBy(words)}>
      <Looks words={words} />
      <details className="share">
        <summary>{words.share}</summary>
        <ul>
          <li className="by-script">
            <button type="button" data-tool="copy">
              {words.copy}
            </button>
          </li>
          <li className="by-script" hidden>
            <button type="button" data-tool="send">
              {words.send}
            </button>
          </li>
          <li>
            <a href={mailShare(url, title)}>{words.mail}</a>
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
        {words.print}
      </button>
      {canListen ? (
        <button type="button" className="by-script" data-tool="listen" hidden>
          {words.listen}
        </button>
      ) : null}
    </div>
  );
}

/** What the script says. */
const saidBy = ({ copied, notCopied, listen, stop }: ToolWords) => ({
  "data-copied": copied,
  "data-not-copied": notCopied,
  "data-listen": listen,
  "data-stop": stop,
});
