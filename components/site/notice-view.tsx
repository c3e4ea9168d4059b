import type { ReactNode } from "react";

/** A page that says one thing: gone, hidden, unknown. */
export function NoticeView({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="notice">
      <h1>{title}</h1>
      {children}
    </div>
  );
}
