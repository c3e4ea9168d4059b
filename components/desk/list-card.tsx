import type { ReactNode } from "react";

type Props = {
  title: string;
  count?: number;
  empty: string;
  /** What is said of those that are not shown. */
  rest?: ReactNode;
  children: ReactNode[];
  id: string;
};

/** A list with its name; when there is nothing in it, it says so. */
export function ListCard({ title, count, empty, rest, children, id }: Props) {
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-field px-4 py-3">
      <h2 id={id} className="flex items-baseline gap-2 text-lg font-bold">
        {title}
        {count ? <span className="text-base font-semibold text-ink-soft">{count}</span> : null}
      </h2>
      {children.length === 0 ? <p className="py-3 text-ink-soft">{empty}</p> : <ul>{children}</ul>}
      {rest ? <p className="border-line border-t py-3 text-ink-soft">{rest}</p> : null}
    </section>
  );
}
