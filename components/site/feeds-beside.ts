import { FEED_FORMATS, feedPath } from "#features/addresses/machines.ts";
import { FEED_TYPES } from "#features/reading/feed-formats.ts";
import { say } from "#features/reading/words.ts";

/**
 * Links in the head by which programs find the feeds of a page.
 * @param above the public path of the page that they follow @param called what one is called, by the name of its format
 */
export const feedsBeside = (origin: string, above: string, called: (format: string) => string) =>
  Object.fromEntries(
    FEED_FORMATS.map((format) => [
      FEED_TYPES[format],
      [{ url: origin + feedPath(format, above), title: called(say(`feeds.${format}`)) }],
    ]),
  );
