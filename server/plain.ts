import words from "#messages/vi/front.json" with { type: "json" };
import type { HeaderSet } from "./headers.ts";

export type PlainStatus = keyof typeof PAGES;

/** A page that needs neither Next nor the database: it must still stand when they do not. Nothing internal is in it. */
export function plainPage(status: PlainStatus): Buffer {
  return PAGES[status];
}

export function plainHeaders(status: PlainStatus): HeaderSet {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": String(PAGES[status].length),
    "Cache-Control": "no-store",
    ...EXTRA[status],
  };
}

const PAGES = {
  400: draw(words.badRequest),
  404: draw(words.notFound),
  405: draw(words.notAllowed),
  411: draw(words.lengthRequired),
  413: draw(words.tooLarge),
  414: draw(words.tooLong),
  429: draw(words.slowDown),
  500: draw(words.broken),
  503: draw(words.busy),
} as const;

const EXTRA: Partial<Record<PlainStatus, HeaderSet>> = {
  429: { "Retry-After": "3" },
  503: { "Retry-After": "10" },
};

/** @param page sentences of ours, free of markup */
function draw(page: { title: string; words: string }): Buffer {
  return Buffer.from(
    `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${page.title}</title></head><body><main><h1>${page.title}</h1><p>${page.words}</p><p><a href="/">${words.home}</a></p></main></body></html>\n`,
  );
}
