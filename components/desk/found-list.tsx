import { useTranslations } from "next-intl";
import type { Cursor } from "#features/desk/address.ts";
import type { ArticleList } from "#features/desk/lines.ts";
import type { ListFilter } from "#features/desk/list-filter.ts";
import { DocumentRow } from "./document-row.tsx";
import { pageOf } from "./home-lists.tsx";
import { LineDates } from "./line-dates.tsx";
import { ListCard } from "./list-card.tsx";
import { ListPages } from "./list-pages.tsx";

type Props = {
  id: string;
  found: ArticleList;
  filter: Pick<ListFilter, "date" | "cursor">;
  /** What is said where nothing was found. */
  empty: string;
  /** The address of the list from somewhere on. */
  addressAt: (cursor: Cursor | null) => string;
};

/** One page of a list of documents: how many there are, each with the date that orders them, and the way to the other pages. */
export function FoundList({ id, found, filter, empty, addressAt }: Props) {
  const t = useTranslations("desk.all");
  const { lines, total, isMore, before, after } = found;
  return (
    <>
      <ListCard id={id} title={t(isMore ? "foundMore" : "found", { total })} empty={empty}>
        {lines.map((line) => (
          <DocumentRow
            key={line.id}
            line={line}
            href={pageOf(line)}
            dates={<LineDates line={line} by={filter.date} />}
          />
        ))}
      </ListCard>
      <ListPages here={filter.cursor} {...{ before, after, addressAt }} />
    </>
  );
}
