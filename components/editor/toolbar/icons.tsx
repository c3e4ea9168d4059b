/** Drawn on a 20 × 20 field with one stroke width. Always beside a name that is said. */
const PATHS = {
  undo: "M4 8h8a4 4 0 0 1 0 8H8M4 8l4-4M4 8l4 4",
  redo: "M16 8H8a4 4 0 0 0 0 8h4M16 8l-4-4M16 8l-4 4",
  quote: "M8 6C5.5 7 4 9 4 12v2h4v-4H6M16 6c-2.500 1-4 3-4 6v2h4v-4h-2",
  link: "M8.500 11.500l3-3M7 9.500 5.200 11.300a2.500 2.500 0 0 0 3.500 3.500L10.500 13M13 10.500l1.800-1.800a2.500 2.500 0 0 0-3.500-3.500L9.500 7",
  list: "M8 5h9M8 10h9M8 15h9M3 5h2M3 10h2M3 15h2",
  left: "M3 5h14M3 10h8M3 15h11",
  center: "M3 5h14M6 10h8M4.500 15h11",
  right: "M3 5h14M9 10h8M6 15h11",
  justify: "M3 5h14M3 10h14M3 15h14",
  table: "M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M13 4v12",
  picture: "M3 4h14v12H3zM3 13l4-4 4 4 2-2 4 4M13 8h.01",
  phone: "M6 2.500h8v15H6zM9 15h2",
  library: "M6 3h11v9H6zM6 10l3-3 3 3 1.500-1.500L17 11M14 5.500h.01M4 6v8.500h10M2 8.500V17h10",
  gallery: "M2.500 3h6.500v6h-6.500zM11 3h6.500v6H11zM2.500 11h6.500v6h-6.500zM11 11h6.500v6H11z",
  figure: "M3 7V4h3M9 4h2M14 4h3v3M17 9.500v1M17 13v3h-3M11 16H9M6 16H3v-3M3 10.500v-1M10 7.500v5M7.500 10h5",
  pictureWords:
    "M2.500 4h7v6h-7zM2.500 8.500l2-2 1.500 1.500 1-1 2.500 2M13 5h4.500M13 9h4.500M2.500 13.500h15M2.500 17h10",
  document:
    "M15.500 9.500l-5.300 5.300a3.300 3.300 0 0 1-4.700-4.700l5.800-5.800a2.200 2.200 0 0 1 3.100 3.100l-5.700 5.700a1.100 1.100 0 0 1-1.600-1.600l5-5",
  media: "M3 4h14v12H3zM8 7.500v5l4.500-2.500z",
  down: "M6 8l4 4 4-4",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 20 20"
      className={name === "down" ? "size-3" : "size-5"}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
