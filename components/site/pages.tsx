import { sectionPath } from "#features/addresses/public.ts";
import { pageNumbers } from "./page-numbers.ts";
import { say } from "./words.ts";

/** Steps through the pages of a section. Absent when there is one page only. */
export function Pages({ slug, page, pages }: { slug: string; page: number; pages: number }) {
  if (pages === 1) return null;
  return (
    <nav className="pages" aria-label={say("pages")}>
      {page > 1 ? (
        <a href={sectionPath(slug, page - 1)} rel="prev">
          {say("newerPage")}
        </a>
      ) : null}
      <ul>
        {pageNumbers(page, pages).map((number, at) => (
          <li key={number ?? `gap-${at}`}>
            {number === null ? (
              "…"
            ) : (
              <a
                href={sectionPath(slug, number)}
                aria-label={say("page", { page: number })}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ul>
      {page < pages ? (
        <a href={sectionPath(slug, page + 1)} rel="next">
          {say("olderPage")}
        </a>
      ) : null}
    </nav>
  );
}
