import { Extension } from "@tiptap/core";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

/** Below a table, a figure or a quote at the end there is no line to click on: a click there makes one. */
export const End = Extension.create({
  name: "end",
  addProseMirrorPlugins: () => [
    new Plugin({ key: new PluginKey("end"), props: { handleDOMEvents: { mousedown: goOn } } }),
  ],
});

function goOn(view: EditorView, event: MouseEvent): boolean {
  const last = view.dom.lastElementChild;
  const { doc, schema, tr } = view.state;
  const below = event.target === view.dom && last !== null && event.clientY > last.getBoundingClientRect().bottom;
  const paragraph = schema.nodes.paragraph?.create();
  if (!below || !view.editable || paragraph === undefined || doc.lastChild?.type === paragraph.type) return false;
  event.preventDefault();
  tr.insert(doc.content.size, paragraph);
  view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView());
  view.focus();
  return true;
}
