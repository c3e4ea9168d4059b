import { say } from "#components/site/words.ts";
import type { ArticleContent } from "#features/kinds/article.ts";
import { safeHref } from "#features/text/address.ts";
import { honestAddress } from "#features/text/host.ts";

/** Who wrote it, as approved; nothing when the byline is hidden. */
export function BylineLine({ byline }: { byline: ArticleContent["byline"] }) {
  const names = byline.hidden ? [] : byline.names.filter(({ name }) => name !== "");
  if (names.length === 0) return null;
  return (
    <div className="byline">
      {names.map(({ name, post }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: names never move
        <p key={at}>
          <strong>{name}</strong>
          {post === "" ? null : <span>{post}</span>}
        </p>
      ))}
    </div>
  );
}

export function SourceLine({ source }: { source: ArticleContent["source"] }) {
  const href = source.url === "" ? null : safeHref(source.url);
  const name = source.name === "" ? honestAddress(source.url) : source.name;
  if (name === "") return null;
  return (
    <p className="source">
      {say("source")}:{" "}
      {href === null ? (
        name
      ) : (
        <a href={honestAddress(href)} rel="external">
          {name}
        </a>
      )}
    </p>
  );
}
