import { homePath, sectionPath } from "#features/reading/paths.ts";
import { pathTo } from "#features/reading/tree.ts";
import type { Site, TreeSection } from "#features/reading/types.ts";
import { weekdayOf } from "#lib/dates.ts";
import { say } from "./words.ts";

type Props = { site: Site; tree: TreeSection[]; now: Date; here: number | undefined; isHome: boolean };

/** Name of the site and the top of its tree. One that never had an article is there only around a preview of its first. */
export function SiteHeader({ site, tree, now, here, isHome }: Props) {
  const way = pathTo(tree, here ?? null).map(({ id }) => id);
  const tops = tree.filter(({ depth, opened, id }) => depth === 0 && (opened || way.includes(id)));
  const Name = isHome ? "h1" : "p";
  return (
    <header className="masthead">
      <div className="sheet">
        <p className="agency">
          <span>{site.agency}</span>
          <span>{weekdayOf(now)}</span>
        </p>
        <Name className="site-name">
          <a href={homePath}>{site.name}</a>
        </Name>
      </div>
      <nav className="menu" aria-label={say("sections")}>
        <ul className="sheet">
          <li>
            <a href={homePath} aria-current={isHome ? "page" : undefined}>
              {say("home")}
            </a>
          </li>
          {tops.map(({ id, name, slug }) => (
            <li key={id}>
              <a href={sectionPath(slug)} aria-current={current(id, here, way)}>
                {name}
              </a>
            </li>
          ))}
          <li>
            <a href="#chuyen-muc">{say("allSections")}</a>
          </li>
        </ul>
      </nav>
    </header>
  );
}

function current(id: number, here: number | undefined, way: number[]): "page" | "true" | undefined {
  if (id === here) return "page";
  return way.includes(id) ? "true" : undefined;
}
