import type { ReactNode } from "react";

const LOOKS = {
  problem: "border-danger text-danger",
  warning: "border-warn text-warn",
  done: "border-ok text-ok",
  calm: "border-line text-ink",
} as const;

/** A sentence that stands out. A problem is announced at once, the others when there is a pause. */
export function Note({ look = "calm", children }: { look?: keyof typeof LOOKS; children: ReactNode }) {
  return (
    <div
      role={look === "problem" ? "alert" : "status"}
      className={`rounded-md border-l-4 bg-field px-4 py-3 font-semibold ${LOOKS[look]}`}
    >
      {children}
    </div>
  );
}
