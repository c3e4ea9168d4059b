import { homePath, searchPath } from "#features/addresses/public.ts";
import { type MenuItem, type MenuLink, menuOf } from "#features/reading/menu.ts";
import { say } from "#features/reading/words.ts";
import { hereInWords, inOneRow } from "./menu-fit.ts";
import type { Around } from "./site-page.tsx";

type Props = Pick<Around, "site" | "tree" | "pages" | "here" | "isInside" | "page" | "at" | "isHome">;

/**
 * The menu: plain links, folded on a phone under a line that says where one is, and on a wide window as far as they need a second
 * row. What folds unfolds by a press or a key, without a script: what it folds follows a fold. Entries stand in one order on every
 * page and in every window, to the eye and to the keyboard.
 */
export function SiteMenu({ site, tree, pages, here, isInside = false, page, at, isHome = false }: Props) {
  const shown = { sectionId: here, isInside, page, path: isHome ? homePath : at };
  const items = menuOf({ menu: site.menu, tree, pages }, shown);
  const { fit, hidden } = inOneRow(items);
  const hasLate = fit < items.length;
  const all = (
    <li>
      <a href="#chuyen-muc">{say("allSections")}</a>
    </li>
  );
  const where = isHome ? say("home") : hereInWords({ tree, pages }, shown);
  return (
    <nav className="menu" aria-label={say("sections")}>
      <div className="sheet menu-row">
        <details className="menu-fold">
          <summary>
            <Fold words={say("sections")} where={where} />
          </summary>
        </details>
        <a className="to-search" href={searchPath}>
          {say("search.link")}
        </a>
        <ul>
          <li>
            <a href={homePath} aria-current={isHome ? "page" : undefined}>
              {say("home")}
            </a>
          </li>
          <Items items={items.slice(0, fit)} />
          {hasLate ? null : all}
        </ul>
        {hasLate ? (
          <>
            <details className="menu-more">
              <summary aria-current={hidden === undefined ? undefined : "true"}>
                <Fold words={say("moreSections")} where={hidden?.words ?? null} />
              </summary>
            </details>
            <ul className="late">
              <Items items={items.slice(fit)} />
              {all}
            </ul>
          </>
        ) : null}
      </div>
    </nav>
  );
}

/** What unfolds a list, and where one is among what it folds. */
function Fold({ words, where }: { words: string; where: string | null }) {
  return (
    <span className="fold-words">
      {words}{" "}
      {where === null ? null : (
        <span className="where">
          <span className="dot">· </span>
          {where}
        </span>
      )}
    </span>
  );
}

const Items = ({ items }: { items: readonly MenuItem[] }) =>
  items.map((item, nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a menu may lead to one place twice
    <Item key={nth} item={item} />
  ));

function Item({ item: { below, ...link } }: { item: MenuItem }) {
  return (
    <li className={below.length > 0 ? "has-below" : undefined}>
      <Link link={link} />
      {below.length === 0 ? null : (
        // One of them is open at a time, where a browser knows the name of a group.
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
      )}
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
