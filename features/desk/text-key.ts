import type { DeskDocument } from "./desk-document.ts";

/** Another text to type in, or another right to type in it: the editor begins anew. Saves leave it as it is. */
export function textKey({ story, history, versions, frozen }: DeskDocument): string {
  const restored = versions.find(({ cutBecause }) => cutBecause === "restore")?.id ?? 0;
  return [story.open?.id, history[0]?.seq, restored, frozen === null].join(":");
}
