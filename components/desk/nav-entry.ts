/** How an entry of the desk's menu looks: a link, or the word of a group. The row scrolls, and would cut a ring around it. */
export const NAV_ENTRY =
  "inline-flex min-h-11 shrink-0 -outline-offset-3 items-center border-b-2 border-transparent px-2 text-sm font-semibold whitespace-nowrap hover:border-edge aria-[current]:border-accent aria-[current]:text-accent";
