import type { ReactNode } from "react";

/** A line over the foot of a page: it moves nothing that somebody reads or is about to press. */
export function FloatingLine({ children }: { children: ReactNode }) {
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex justify-center px-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] print:hidden"
    >
      {children ? (
        <div className="pointer-events-auto flex max-w-full flex-wrap items-center justify-center gap-x-4 gap-y-1 rounded-lg border border-edge bg-field px-4 py-2 shadow-lg">
          {children}
        </div>
      ) : null}
    </div>
  );
}
