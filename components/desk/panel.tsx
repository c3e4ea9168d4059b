import type { ReactNode } from "react";

type Props = { title: string; count?: number; open?: boolean; id?: string; children: ReactNode };

/** A part of a page that can be folded away. */
export function Panel({ title, count, open = false, id, children }: Props) {
  return (
    <details id={id} open={open} className="group rounded-lg border border-line bg-field">
      <summary className="flex min-h-11 list-none items-center gap-2 px-4 py-2 font-bold">
        <span aria-hidden="true" className="text-ink-soft group-open:rotate-90">
          ▸
        </span>
        <h2>{title}</h2>
        {count === undefined ? null : <span className="font-semibold text-ink-soft">{count}</span>}
      </summary>
      <div className="px-4 pb-4">{children}</div>
    </details>
  );
}
