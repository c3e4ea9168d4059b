const LOOKS = {
  /** The one thing a page is for. */
  main: "bg-accent text-accent-ink border-accent",
  plain: "bg-field text-ink border-edge",
  danger: "bg-field text-danger border-danger",
  quiet: "bg-transparent text-accent border-transparent underline underline-offset-4",
} as const;

export type ButtonLook = keyof typeof LOOKS;

/** Of a link that stands for itself: as high as a thumb needs. */
export const LINK = "inline-flex min-h-11 items-center text-accent underline underline-offset-4";

/** At least 44 px high, so that a thumb finds it. */
export function buttonClass(look: ButtonLook = "plain", more = ""): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-4 py-2 text-center font-semibold hover:brightness-95 dark:hover:brightness-110 disabled:opacity-60 aria-disabled:opacity-60 ${LOOKS[look]} ${more}`;
}
