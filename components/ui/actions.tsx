import type { ReactNode } from "react";

/** A row that begins at the right, where the thumb and the end of the reading are. Nothing else on the desk is drawn so. */
export const FROM_THE_RIGHT = "flex flex-row-reverse flex-wrap justify-start gap-2";

type Props = {
  /** What a form, a dialog or a list's entry is for. */
  main?: ReactNode;
  /** Other ways on. */
  others?: ReactNode;
  /** What takes something away, or says no. */
  danger?: ReactNode;
  /** The way out that leaves everything as it was. */
  out?: ReactNode;
  /** In an entry of a list buttons stay side by side on a phone, too. */
  inList?: boolean;
};

/**
 * Buttons that belong together, in the one order of the desk: what it is for, other ways on, what takes away, the way
 * out. Tab and screen readers meet them in this order. They stand in a row from the right; on a phone one above the
 * other, each as wide as the screen.
 */
export function Actions({ main, others, danger, out, inList = false }: Props) {
  const shape = inList ? "" : "max-sm:flex-col max-sm:*:w-full sm:*:min-w-32";
  return (
    <div className={`${FROM_THE_RIGHT} ${shape}`}>
      {main}
      {others}
      {danger}
      {out}
    </div>
  );
}
