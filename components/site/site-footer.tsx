import { sectionPath } from "#features/addresses/public.ts";
import type { PageLink, Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { callTo, type FrameWords, Imprint, mailTo } from "./frame.tsx";
import { LooksAtFoot } from "./looks.tsx";
import { ownLinks } from "./own-links.ts";
import { toolWords } from "./tool-words.ts";

type Props = { site: Site; tree: TreeSection[]; pages: PageLink[]; hasTools: boolean; words: FrameWords };

/** Every section that readers know, as a tree in text, the pages whose place is here, and who answers for the site. */
export function SiteFooter({ site, tree: all, pages, hasTools, words }: Props) {
  const here = pages.filter(({ place }) => place === "footer");
  const tree = all.filter(({ opened }) => opened);
  const { responsible, address, phone, email } = site;
  const lines = [
    { name: say("responsible"), value: responsible },
    { name: say("address"), value: address },
    { name: say("phone"), value: phone, href: callTo(phone) },
    { name: say("email"), value: email, href: mailTo(email) },
  ];
  return (
    <footer className="foot">
      {tree.length === 0 ? null : (
        <nav className="sheet" id="chuyen-muc" aria-label={say("sitemap")}>
          <SectionTree tree={tree} parentId={null} />
        </nav>
      )}
      <Imprint name={site.name} agency={site.agency} {...{ lines, words }}>
        <Ways name={say("ownPages")} ways={here.map(({ title, path }) => ({ words: title, path }))} />
        <Ways name={say("siteLinks")} ways={ownLinks(all, pages)} />
        {hasTools ? null : <LooksAtFoot words={toolWords} />}
      </Imprint>
    </footer>
  );
}

function Ways({ name, ways }: { name: string; ways: { words: string; path: string }[] }) {
  if (ways.length === 0) return null;
  return (
    <nav aria-label={name}>
      <ul className="own-pages">
        {ways.map(({ words, path }) => (
          <li key={path}>
            <a href={path}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SectionTree({ tree, parentId }: { tree: TreeSection[]; parentId: number | null }) {
  const here = tree.filter((section) => section.parentId === parentId);
  if (here.length === 0) return null;
  return (
    <ul className={parentId === null ? "tree" : undefined}>
      {here.map(({ id, name, slug }) => (
        <li key={id}>
          <a href={sectionPath(slug)}>{name}</a>
          <SectionTree tree={tree} parentId={id} />
        </li>
      ))}
    </ul>
  );
}
