import type { ReactNode } from "react";

type Props = { title: string; about: string; children?: ReactNode };

/** What a screen of the desk is called and is for, with its buttons beside, or below where there is no room. */
export function ScreenHead({ title, about, children }: Props) {
  return (
    <div className="mb-4 flex flex-wrap items-start gap-3">
      <div className="min-w-0 grow basis-80">
        <h1 className="text-2xl font-bold">{title}</h1>
        <p className="mt-1 max-w-prose text-ink-soft">{about}</p>
      </div>
      {children}
    </div>
  );
}
