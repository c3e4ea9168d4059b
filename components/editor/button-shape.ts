/** The small buttons of the editor's fields. */
export const BUTTON =
  "inline-flex min-h-10 items-center max-sm:min-h-11 justify-center rounded border border-(--edge) px-3 py-1.5 text-(--ink) " +
  "hover:bg-(--field) focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-(--accent) disabled:opacity-40";
