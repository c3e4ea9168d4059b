import { homePath, searchPath } from "#features/addresses/public.ts";
import { type MenuItem, type MenuLink, menuOf } from "#features/reading/menu.ts";
import { say } from "#features/reading/words.ts";
import { hereInWords, howManyFit } from "./menu-fit.ts";
import type { Around } from "./site-page.tsx";

type Props = Pick<Around, "site" | "tree" | "pages" | "here" | "isInside" | "page" | "at" | "isHome">;

/**
 * The menu: plain links, folded on a phone under a line that says where one is, and on a wide window as far as they need a second
 * row. What folds unfolds by a press or a key, without a script: the list follows the fold it belongs to.
 */
export function SiteMenu({ site, tree, pages, here, isInside = false, page, at, isHome = false }: Props) {
  const shown = { sectionId: here, isInside, page, path: isHome ? homePath : at };
  const items = menuOf({ menu: site.menu, tree, pages }, shown);
  const fit = howManyFit(items);
  const hasLate = fit < items.length;
  const where = isHome ? say("home") : hereInWords({ tree, pages }, shown);
  return (
    <nav className={hasLate ? "menu has-late" : "menu"} aria-label={say("sections")}>
      <div className="sheet menu-row">
        <details className="menu-fold">
          <summary>
            <span className="on-phones">
              {say("sections")}
              {where === null ? null : <span className="where"> · {where}</span>}
            </span>
            <span className="on-desks">{say("moreSections")}</span>
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
          {items.map((item, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a menu may lead to one place twice
            <Item key={nth} item={item} isLate={nth >= fit && item.current === undefined} />
          ))}
          <li className={hasLate ? "late" : undefined}>
            <a href="#chuyen-muc">{say("allSections")}</a>
          </li>
        </ul>
      </div>
    </nav>
  );
}

function Item({ item: { below, ...link }, isLate }: { item: MenuItem; isLate: boolean }) {
  const names = [below.length > 0 ? "has-below" : "", isLate ? "late" : ""].filter(Boolean).join(" ");
  return (
    <li className={names || undefined}>
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
