import type { ArticleContent } from "#features/kinds/article.ts";
import type { LiveArticle } from "#features/reading/types.ts";
import { safeHref } from "#features/text/address.ts";
import { honestAddress } from "#features/text/host.ts";
import { type HeadWords, headWords } from "./head-words.ts";

/** Who wrote it, as approved; nothing when the byline is hidden. @param paths where else readers find what each of them has written */
export function BylineLine({ byline, paths }: { byline: ArticleContent["byline"]; paths: LiveArticle["authors"] }) {
  const names = byline.hidden ? [] : byline.names.filter(({ name }) => name !== "");
  if (names.length === 0) return null;
  return (
    <div className="byline">
      {names.map(({ name, post }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names never move
        <p key={at}>
          <strong>
            <Name name={name} path={paths.get(name) ?? null} />
          </strong>
          {post === "" ? null : <span>{post}</span>}
        </p>
      ))}
    </div>
  );
}

function Name({ name, path }: { name: string; path: string | null }) {
  return path === null ? (
    name
  ) : (
    <a href={path} rel="author">
      {name}
    </a>
  );
}

type SourceProps = { source: ArticleContent["source"]; words?: HeadWords; nameLang?: string };

/** @param nameLang the language of its name, where the page is in another one */
export function SourceLine({ source, words = headWords, nameLang }: SourceProps) {
  const href = source.url === "" ? null : safeHref(source.url);
  const name = source.name === "" ? honestAddress(source.url) : source.name;
  if (name === "") return null;
  // An address is in no language.
  const lang = source.name === "" ? undefined : nameLang;
  return (
    <p className="source">
      {words.source}:{" "}
      {href === null ? (
        <InLanguage lang={lang}>{name}</InLanguage>
      ) : (
        <a href={honestAddress(href)} rel="external" lang={lang}>
          {name}
        </a>
      )}
    </p>
  );
}

const InLanguage = ({ lang, children }: { lang: string | undefined; children: string }) =>
  lang === undefined ? children : <span lang={lang}>{children}</span>;
