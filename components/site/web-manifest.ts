import type { MetadataRoute } from "next";
import { homePath } from "#features/addresses/public.ts";
import type { Picture } from "#features/files/picture.ts";
import { iconsOf, sizesOf } from "#features/reading/icons.ts";
import type { Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { BANDS, PAPER } from "./paper.ts";

/** A site in the words of a web application manifest. It stays a page in a browser: nothing here works without a network. */
export function manifestOf(
  { name, language, accent }: Pick<Site, "name" | "language" | "accent">,
  emblem: Picture | null,
): MetadataRoute.Manifest {
  const icons = iconsOf(emblem).map((icon) => ({ src: icon.path, sizes: sizesOf(icon), type: icon.type }));
  return {
    id: homePath,
    name,
    description: say("homeDescription", { site: name }),
    lang: language,
    dir: "ltr",
    start_url: homePath,
    scope: homePath,
    display: "minimal-ui",
    // One of each: a manifest knows of no theme.
    background_color: PAPER,
    theme_color: BANDS[accent].light,
    icons: emblem === null ? [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml" }, ...icons] : icons,
  };
}
