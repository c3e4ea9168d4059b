import type { Focus } from "#features/kinds/lead.ts";

/** The classes that keep a point of a picture in sight where it is cut to a shape: lists.css, without inline style. */
export const focusClass = (focus: Focus | null): string => (focus === null ? "" : `fx-${focus.x} fy-${focus.y}`);
