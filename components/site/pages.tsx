import { say } from "#features/reading/words.ts";
import { pageNumbers } from "./page-numbers.ts";

type Props = {
  page: number;
  pages: number;
  addressOf: (page: number) => string;
  /** How the steps are called, where pages do not go from newer to older. */
  before?: string;
  after?: string;
  /** How all of it and each page is called, in another language. */
  name?: string;
  called?: (page: number) => string;
};

/** Steps through the pages of a list. Absent when there is one page only. */
export function Pages({
  page,
  pages,
  addressOf,
  before = say("newerPage"),
  after = say("olderPage"),
  name = say("pages"),
  called = (number) => say("page", { page: number }),
}: Props) {
  if (pages === 1) return null;
  return (
    <nav className="pages" aria-label={name}>
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev">
          {before}
        </a>
      ) : null}
      <ul>
        {pageNumbers(page, pages).map((number, at) => (
          <li key={number ?? `gap-${at}`}>
            {number === null ? (
              "…"
            ) : (
              <a
                href={addressOf(number)}
                aria-label={called(number)}
                aria-current={number === page ? "page" : undefined}
              >
                {number}
              </a>
            )}
          </li>
        ))}
      </ul>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next">
          {after}
        </a>
      ) : null}
    </nav>
  );
}
