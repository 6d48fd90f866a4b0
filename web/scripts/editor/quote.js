// Quoting what was chosen in the page: with the form of a comment below a conversation.

import { DOMParser as Reader, Slice } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";

let chosen = null;

/** Remembers what is chosen in what others wrote, since the choice is gone when one goes to the field. */
export function watchSelection() {
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const of = (node) => (node.nodeType === 1 ? node : node.parentElement);
    const prose = of(range.commonAncestorContainer)?.closest(".prose");
    chosen = prose && !prose.closest("form") ? range.cloneRange() : null;
  });
}

/** Puts what was chosen into the text as a quotation; false if nothing was. */
export function quoteSelected(view) {
  if (!chosen || chosen.collapsed || !chosen.commonAncestorContainer.isConnected) return false;
  const { schema } = view.state;
  const held = document.createElement("div");
  held.append(chosen.cloneContents());
  // Who is mentioned in it is written as a mention, not as a link.
  for (const mention of held.querySelectorAll("a.mention")) mention.replaceWith(mention.textContent);
  const inside = Reader.fromSchema(schema).parse(held);
  const quotation = schema.nodes.blockquote.createAndFill(null, inside.content);
  chosen = null;
  if (!quotation || !quotation.textContent.trim()) return false;
  const { $from } = view.state.selection;
  const at = $from.depth ? $from.after(1) : view.state.doc.content.size;
  const top = $from.depth ? $from.node(1) : null;
  const isEmpty = top?.type.name === "paragraph" && !top.content.size;
  const tr = view.state.tr;
  const start = isEmpty ? $from.before(1) : at;
  const paragraph = schema.nodes.paragraph.create();
  tr.replace(start, isEmpty ? at : start, Slice.empty);
  tr.insert(start, [quotation, paragraph]);
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(start + quotation.nodeSize + 1))).scrollIntoView());
  return true;
}
