declare module "sharp-phash" {
  import type { SharpInput, SharpOptions } from "sharp";

  /** 64 letters, each "0" or "1". */
  export default function phash(picture: SharpInput, options?: SharpOptions): Promise<string>;
}
