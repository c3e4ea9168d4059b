import type { MetadataRoute } from "next";
import { homePath } from "#features/addresses/public.ts";
import type { Site } from "#features/reading/types.ts";
import { say } from "#features/reading/words.ts";
import { PAPER } from "./paper.ts";

/** A site in the words of a web application manifest. It stays a page in a browser: nothing here works without a network. */
export function manifestOf({ name, language }: Pick<Site, "name" | "language">): MetadataRoute.Manifest {
  return {
    id: homePath,
    name,
    description: say("homeDescription", { site: name }),
    lang: language,
    dir: "ltr",
    start_url: homePath,
    scope: homePath,
    display: "minimal-ui",
    background_color: PAPER.light,
    theme_color: PAPER.light,
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
    ],
  };
}
