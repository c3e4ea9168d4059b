/** Farther down than this, in pixels, somebody has begun to read. */
const AT_THE_TOP = 8;

type Page = Pick<Document, "activeElement" | "body" | "getSelection" | "querySelector" | "defaultView">;

/** Whether somebody who looks at the page has begun nothing in it: no field, no selection, no dialog, and at its top. */
export function isAtRest(page: Page): boolean {
  const { activeElement, body, defaultView } = page;
  const isNowhere = activeElement === null || activeElement === body;
  const selects = page.getSelection()?.isCollapsed === false;
  return isNowhere && !selects && !hasDialog(page) && (defaultView?.scrollY ?? 0) <= AT_THE_TOP;
}

export function hasDialog(page: Pick<Document, "querySelector">): boolean {
  return page.querySelector("dialog[open], [role=dialog]") !== null;
}
