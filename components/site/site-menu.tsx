import { homePath } from "#features/addresses/public.ts";
import { type MenuItem, type MenuLink, menuOf } from "#features/reading/menu.ts";
import type { Around } from "./site-page.tsx";
import { say } from "./words.ts";

type Props = Pick<Around, "site" | "tree" | "pages" | "here" | "page" | "isHome">;

/** The menu: plain links. What stands below one of them unfolds by a press or a key, without a script. */
export function SiteMenu({ site, tree, pages, here, page, isHome = false }: Props) {
  const items = menuOf({ menu: site.menu, tree, pages }, { sectionId: here, page });
  return (
    <nav className="menu" aria-label={say("sections")}>
      <ul className="sheet">
        <li>
          <a href={homePath} aria-current={isHome ? "page" : undefined}>
            {say("home")}
          </a>
        </li>
        {items.map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a menu may lead to one place twice
          <Item key={at} item={item} />
        ))}
        <li>
          <a href="#chuyen-muc">{say("allSections")}</a>
        </li>
      </ul>
    </nav>
  );
}

function Item({ item: { below, ...link } }: { item: MenuItem }) {
  if (below.length === 0) {
    return (
      <li>
        <Link link={link} />
      </li>
    );
  }
  return (
    <li className="has-below">
      <Link link={link} />
      {/* One of them is open at a time, where a browser knows the name of a group. */}
      <details name="menu">
        <summary>
          <span className="unseen">{say("below", { words: link.words })}</span>
        </summary>
        <ul>
          {below.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a menu may lead to one place twice
            <li key={at}>
              <Link link={one} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Link({ link: { words, path, current } }: { link: MenuLink }) {
  return (
    <a href={path} aria-current={current}>
      {words}
    </a>
  );
}
