import { sectionPath } from "#features/addresses/public.ts";
import type { PageLink, Site } from "#features/reading/types.ts";
import type { TreeSection } from "#features/sites/tree.ts";
import { say } from "./words.ts";

type Props = { site: Site; tree: TreeSection[]; pages: PageLink[] };

/** Every section that readers know, as a tree in text, the pages whose place is here, and who answers for the site. */
export function SiteFooter({ site, tree: all, pages }: Props) {
  const here = pages.filter(({ place }) => place === "footer");
  const tree = all.filter(({ opened }) => opened);
  return (
    <footer className="foot">
      {tree.length === 0 ? null : (
        <nav className="sheet" id="chuyen-muc" aria-label={say("sitemap")}>
          <SectionTree tree={tree} parentId={null} />
        </nav>
      )}
      <div className="sheet imprint">
        <p className="foot-name">{site.name}</p>
        {site.agency === "" ? null : <p>{site.agency}</p>}
        <dl>
          <Line name={say("responsible")} value={site.responsible} />
          <Line name={say("address")} value={site.address} />
          <Line name={say("phone")} value={site.phone} href={`tel:${site.phone.replace(/[^+\d]/g, "")}`} />
          <Line name={say("email")} value={site.email} href={`mailto:${site.email}`} />
        </dl>
        {here.length === 0 ? null : (
          <nav aria-label={say("ownPages")}>
            <ul className="own-pages">
              {here.map(({ number, title, path }) => (
                <li key={number}>
                  <a href={path}>{title}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <p className="to-top">
          <a href="#noi-dung">{say("toTop")}</a>
        </p>
      </div>
    </footer>
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

function Line({ name, value, href }: { name: string; value: string; href?: string }) {
  if (value === "") return null;
  return (
    <div>
      <dt>{name}:</dt>
      <dd>{href === undefined ? value : <a href={href}>{value}</a>}</dd>
    </div>
  );
}
