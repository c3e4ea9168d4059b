import { TALLEST, WIDTHS } from "#features/files/settings.ts";

export type Size = { width: number; height: number };

/** As wide as a phone, in pixels. A narrower picture has its own width too: with what lists show of it something would be lost. */
const PHONE = 360;

/** The sizes that a picture is made in, smallest first: no wider than it came, and one at least. In pixels. */
export function sizesFor(picture: Size): [Size, ...Size[]] {
  const most = Math.max(1, Math.min(picture.width, Math.floor((TALLEST * picture.width) / picture.height)));
  const widths: number[] = WIDTHS.filter((width) => (most < PHONE ? width < most : width <= most));
  const [first = most, ...others] = most < PHONE ? [...widths, most] : widths;
  const at = (width: number): Size => ({ width, height: heightAt(picture, width) });
  return [at(first), ...others.map(at)];
}

function heightAt({ width, height }: Size, at: number): number {
  return Math.min(TALLEST, Math.max(1, Math.round((height * at) / width)));
}
