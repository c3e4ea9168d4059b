import type { Picture } from "#features/files/picture.ts";
import { DrawnPicture } from "./drawn-picture.tsx";

/** As high as it is drawn on a desk, in CSS pixels (frame.css). */
const HIGH = 64;

/** The emblem of a site. The name beside it says whose it is. */
export function Emblem({ picture }: { picture: Picture }) {
  const width = Math.round((HIGH * picture.width) / picture.height);
  const drawn = { width, height: HIGH, sizes: `${width}px`, widest: 360, isFirst: false };
  return <DrawnPicture picture={picture} alt="" className="emblem" {...drawn} />;
}
