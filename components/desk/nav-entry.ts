/** How an entry of the desk's menu looks: a link, or the word of a group. */
export const NAV_ENTRY =
  "inline-flex min-h-11 shrink-0 items-center border-b-2 border-transparent px-2 text-sm font-semibold whitespace-nowrap hover:border-edge aria-[current]:border-accent aria-[current]:text-accent";
