/**
 * Takes out of a rendered page what only Next's client runtime needs: its scripts, the inline flight data and the
 * preloads of both. Scripts of ours, data blocks and stylesheets stay.
 *
 * Source: the pages of next 16.4.6. React escapes `<` in text and in attributes, so `<script` in a page is a tag.
 *
 * @throws when a part of the page would only be put in place by the scripts taken out: such a page is not whole.
 */
export function strip(html: string): string {
  const whole = withoutScripts(html)
    .replace(LINK, (tag) => (isForScripts(tag) ? "" : tag))
    .replace(EMPTY_OUTLET, "")
    .replace(REACT_MARK, "");
  const unfinished = UNFINISHED.exec(whole);
  if (unfinished) throw new Error(`A page needs the client runtime to be whole: it holds ${unfinished[0]}`);
  return whole;
}

/** What a stripped page may not hold. Empty when the stripping did its work. */
export function leftoversIn(html: string): string[] {
  return [...html.matchAll(LEFTOVER)].map((found) => found[0]);
}

const OPEN_SCRIPT = /<script\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const CLOSE_SCRIPT = /<\/script\s*>/gi;
const LINK = /<link\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const EMPTY_OUTLET = /<div hidden=""><!--\$--><!--\/\$--><\/div>/g;
/** Marks between text nodes and around finished boundaries; only hydration reads them. */
const REACT_MARK = /<!--(?: |\/?\$|\/?&|html|head|body)-->/g;
/** A boundary that still waits, or words parked for a script to move. */
const UNFINISHED = /<!--\$[?!~]-->|<template\b[^>]*\bid="(?:B|P|S):[^"]*"|<div hidden="" id="S:[^"]*"/;
const LEFTOVER = /\/_next\/[^"'\s<>]+\.js|__next_[a-z]\b|TURBOPACK|rel="(?:modulepreload|expect)"|as="script"/g;

function withoutScripts(html: string): string {
  let kept = "";
  let from = 0;
  OPEN_SCRIPT.lastIndex = 0;
  for (let open = OPEN_SCRIPT.exec(html); open; open = OPEN_SCRIPT.exec(html)) {
    CLOSE_SCRIPT.lastIndex = OPEN_SCRIPT.lastIndex;
    const close = CLOSE_SCRIPT.exec(html);
    const end = close ? CLOSE_SCRIPT.lastIndex : html.length;
    kept += html.slice(from, isOurs(open[0]) ? end : open.index);
    from = end;
    OPEN_SCRIPT.lastIndex = end;
  }
  return kept + html.slice(from);
}

/** A script file outside /_next/, or a block of data that no browser runs. */
function isOurs(tag: string): boolean {
  const source = attribute(tag, "src");
  if (source !== null) return source.startsWith("/") && !source.startsWith("//") && !source.startsWith("/_next/");
  return /^application\/(?:[a-z]+\+)?json$/i.test(attribute(tag, "type") ?? "");
}

function isForScripts(tag: string): boolean {
  const rel = attribute(tag, "rel");
  if (rel === "modulepreload" || rel === "expect") return true;
  return rel === "preload" && attribute(tag, "as") === "script";
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
  return found ? (found[1] ?? found[2] ?? found[3] ?? "") : null;
}
