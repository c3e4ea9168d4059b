import type { ReactNode } from "react";

/** A part of the reader side under its name. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="design-part">
      <h2>{name}</h2>
      {children}
    </section>
  );
}
