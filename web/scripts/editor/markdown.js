// From what is seen to Markdown, as the server reads it: a line break is one line, and what Markdown cannot say is HTML.

import { DOMSerializer } from "prosemirror-model";

/** The Markdown of a document. */
export function write(doc) {
  return children(doc, "\n\n");
}

/** The sign of the list that a piece of source begins with. */
export function signOf(source) {
  return source.match(/^\s{0,3}(?:([-*+])|\d+([.)]))/)?.slice(1).find(Boolean) ?? null;
}

function children(node, between) {
  const parts = [];
  let sign = null;
  node.forEach((child) => {
    const { text, sign: own } = block(child, sign, node.type.name !== "doc");
    if (text === null) return;
    sign = own;
    parts.push(text);
  });
  return parts.join(between);
}

/** A block as text, and the sign of its list, which differs from that of a list before; text is null where there is nothing to write. */
export function block(node, previous, nested = false) {
  const { name } = node.type;
  if (name === "bullet_list" || name === "ordered_list") return list(node, previous);
  return { text: plainBlock(node, name, nested), sign: null };
}

function plainBlock(node, name, nested) {
  switch (name) {
    case "paragraph": return inline(node, "\n") || null;
    case "heading": {
      const text = inline(node, "<br>").replace(/#+$/, (signs) => `\\${signs}`);
      return text ? `${"#".repeat(node.attrs.level)} ${text}` : null;
    }
    case "blockquote": return node.attrs.cite ? html(node) : children(node, "\n\n").split("\n").map((line) => (line ? `> ${line}` : ">")).join("\n");
    case "code_block": {
      const text = node.textContent;
      const fence = "`".repeat(Math.max(3, longest(text, /`+/g) + 1));
      return `${fence}${node.attrs.language}\n${text ? `${text}\n` : ""}${fence}`;
    }
    case "horizontal_rule": return nested ? "___" : "---";
    case "footnote": return indented(`[^${node.attrs.name}]: `, children(node, "\n\n"), "    ");
    case "table": return table(node);
    case "island": return node.attrs.source;
    default: return children(node, "\n\n") || null;
  }
}

const longest = (text, sign) => Math.max(0, ...(text.match(sign) ?? []).map((run) => run.length));

function indented(first, text, indent) {
  return text.split("\n").map((line, at) => (at === 0 ? first + line : line && indent + line)).join("\n").trimEnd();
}

/** Two lists that follow each other have different signs, else they were one. */
function list(node, previous) {
  const ordered = node.type.name === "ordered_list";
  const sign = ordered ? (previous === "." ? ")" : ".") : previous === "-" ? "*" : "-";
  let tight = node.attrs.tight;
  node.forEach((item) => item.forEach((child, _, at) => { if (at > 0 && !followsAtOnce(child)) tight = false; }));
  const items = [];
  // What is empty at the end is nothing yet.
  let filled = 0;
  node.forEach((item, _, at) => {
    const mark = ordered ? `${node.attrs.start + at}${sign} ` : `${sign} `;
    let text = children(item, tight ? "\n" : "\n\n");
    const first = item.firstChild;
    // An item without words of its own: what follows must not become its words.
    if (!inline(first, "\n") && item.childCount > 1) text = `\n${text}`;
    text = text.replace(/^([☐☑]) /, (_, box) => (box === "☐" ? "[ ] " : "[x] "));
    items.push(indented(mark, text, " ".repeat(mark.length)));
    if (text.trim()) filled = items.length;
  });
  items.length = filled;
  if (!filled) return { text: null, sign: previous };
  return { text: items.join(tight ? "\n" : "\n\n"), sign };
}

/** Whether a list can follow a paragraph without an empty line between them. */
function followsAtOnce(node) {
  const isList = node.type.name === "bullet_list" || node.type.name === "ordered_list" && node.attrs.start === 1;
  return isList && node.firstChild.textContent.trim() !== "";
}

function table(node) {
  const rows = [];
  let simple = true;
  let width;
  node.forEach((row, _, at) => {
    const cells = [];
    row.forEach((cell) => {
      const { colspan, rowspan } = cell.attrs;
      if (colspan !== 1 || rowspan !== 1 || (cell.type.name === "table_header") !== (at === 0)) simple = false;
      cells.push(cell);
    });
    width ??= cells.length;
    if (cells.length !== width) simple = false;
    rows.push(cells);
  });
  const aligns = rows[0].map((cell) => cell.attrs.align);
  if (rows.some((cells) => cells.some((cell, at) => cell.attrs.align !== aligns[at]))) simple = false;
  if (!simple) return html(node);
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const text = (cell) => {
    const parts = [];
    cell.forEach((paragraph) => parts.push(inline(paragraph, "<br>", true)));
    return parts.join("<br>");
  };
  const rule = aligns.map((align) => ({ left: ":--", center: ":-:", right: "--:" })[align] ?? "---");
  const [head, ...body] = rows.map((cells) => line(cells.map(text)));
  return [head, line(rule), ...body].join("\n");
}

/** As HTML on one line: no line in it can begin anything. */
function html(node) {
  const serializer = DOMSerializer.fromSchema(node.type.schema);
  // Not in this page, which would fetch its pictures.
  const dom = serializer.serializeNode(node, { document: document.implementation.createHTMLDocument("") });
  for (const inner of [dom, ...dom.querySelectorAll("*")]) {
    inner.removeAttribute("dir");
    inner.removeAttribute("data-level");
  }
  for (const only of dom.querySelectorAll(":is(td, th) > p:only-child")) only.replaceWith(...only.childNodes);
  for (const table of [dom, ...dom.querySelectorAll("table")]) {
    const row = table.matches("table") && table.rows[0];
    if (!row || [...row.cells].some((cell) => cell.tagName === "TD")) continue;
    table.prepend(table.ownerDocument.createElement("thead"));
    table.tHead.append(row);
    for (const body of table.tBodies) if (!body.rows.length) body.remove();
  }
  // Whatever Markdown could read in it is written as a reference.
  return dom.outerHTML.replace(/>[^<]*(?=<)/g, (text) => text.replace(/[\n\\`*_[\]~|]/g, (sign) => `&#${sign.charCodeAt(0)};`));
}

const order = ["link", "tag", "em", "strong", "del", "code"];

/** The words of a block: first in order of marks that are opened and closed, then as text. */
function inline(node, lineBreak, cell = false) {
  const leaves = [];
  node.forEach((child) => leaves.push(child));
  while (leaves.at(-1)?.type.name === "hard_break") leaves.pop();
  while (leaves[0]?.type.name === "hard_break") leaves.shift();
  const tokens = [];
  nest(leaves.map((leaf) => ({ leaf, marks: leaf.marks })), [], tokens);
  return spell(outward(tokens), lineBreak, cell);
}

/** Of marks that begin at the same place, the one that reaches furthest is opened first. */
function nest(leaves, open, tokens) {
  for (let at = 0; at < leaves.length;) {
    let best = null;
    let end = at;
    for (const mark of leaves[at].marks) {
      if (mark.isInSet(open)) continue;
      let to = at;
      while (to < leaves.length && mark.isInSet(leaves[to].marks)) to += 1;
      const isBefore = best && order.indexOf(mark.type.name) < order.indexOf(best.type.name);
      const isLast = mark.type.name === "code";
      if (!best || best.type.name === "code" && !isLast || !isLast && (to > end || to === end && isBefore)) [best, end] = [mark, to];
    }
    if (!best) {
      tokens.push({ leaf: leaves[at].leaf });
      at += 1;
      continue;
    }
    if (best.type.name === "code") {
      const text = leaves.slice(at, end).filter(({ leaf, marks }) => marks.every((mark) => mark.isInSet([...open, best])) && leaf.isText);
      // Only what has no further mark is one piece of code.
      let to = at;
      while (to < end && leaves[to].marks.every((mark) => mark === best || mark.isInSet(open)) && leaves[to].leaf.isText) to += 1;
      if (to === at) {
        const rest = leaves[at].marks.filter((mark) => mark !== best);
        leaves[at] = { ...leaves[at], marks: rest };
        continue;
      }
      tokens.push({ code: text.slice(0, to - at).map(({ leaf }) => leaf.text).join("") });
      at = to;
      continue;
    }
    tokens.push({ open: best });
    nest(leaves.slice(at, end), [...open, best], tokens);
    tokens.push({ close: best });
    at = end;
  }
}

/** White space at the ends of a mark stands outside of it, and a mark without anything in it is none. */
function outward(tokens) {
  const isSpace = (token) => token.leaf?.isText && /^\s*$/.test(token.text ?? token.leaf.text) || token.leaf?.type.name === "hard_break";
  let list = tokens.flatMap((token) => {
    if (!token.leaf?.isText) return [token];
    const [, before, middle, after] = token.leaf.text.match(/^(\s*)([\s\S]*?)(\s*)$/);
    return [before, middle, after].filter(Boolean).map((text) => ({ leaf: token.leaf, text }));
  });
  for (let moved = true; moved;) {
    moved = false;
    for (let at = 0; at + 1 < list.length; at += 1) {
      const [one, other] = [list[at], list[at + 1]];
      if (one.open && other.close === one.open) {
        list.splice(at, 2);
        moved = true;
        break;
      }
      if (one.open && isSpace(other) || isSpace(one) && other.close) {
        [list[at], list[at + 1]] = [other, one];
        moved = true;
      }
    }
  }
  return list;
}

const isLetter = (sign) => /[\p{L}\p{N}]/u.test(sign);
const isBlank = (sign) => sign === "" || /\s/.test(sign);

/** The first or last sign of a text, whole. */
const firstSign = (text) => [...text.slice(0, 2)][0] ?? "";
const lastSign = (text) => [...text.slice(-2)].at(-1) ?? "";

/** Writes what the tokens say. */
function spell(tokens, lineBreak, cell) {
  const label = labels(tokens);
  let out = "";
  const closing = [];
  tokens.forEach((token, at) => {
    const next = () => upcoming(tokens, at + 1);
    if (token.code != null) out += code(token.code, cell);
    else if (token.leaf?.isText) out += words(token.text ?? token.leaf.text, out, next(), label.has(token), cell);
    else if (token.leaf) out += leafText(token.leaf, tokens, at, lineBreak, cell, out);
    else if (token.open) {
      const end = tokens.findIndex((other) => other.close === token.open && tokens.indexOf(other) > at);
      const [begin, close] = signs(token.open, tokens, at, end, out, cell);
      closing.push(close);
      // A bracket and a colon before a tag would be taken for where a link leads.
      if (begin.startsWith("<")) out = out.replace(/\]:([ \t]*)$/, "]&#58;$1");
      out += begin;
    } else out += closing.pop();
  });
  return finished(out, lineBreak);
}

/** Tokens that stand in a link's words. */
function labels(tokens) {
  const found = new Set();
  let depth = 0;
  for (const token of tokens) {
    if (token.open?.type.name === "link") depth += 1;
    else if (token.close?.type.name === "link") depth -= 1;
    else if (depth) found.add(token);
  }
  return found;
}

/** The sign that comes next in what is seen; a mark's own sign stands for the mark. */
function upcoming(tokens, from) {
  const token = tokens[from];
  if (!token) return "";
  if (token.code != null) return "`";
  if (token.leaf?.isText) return firstSign(token.text ?? token.leaf.text);
  if (token.leaf) return token.leaf.type.name === "hard_break" ? "\n" : "[";
  const mark = token.open ?? token.close;
  return mark.type.name === "link" ? (token.open ? "[" : "]") : mark.type.name === "tag" ? "<" : mark.type.name === "del" ? "~" : "*";
}

/** How a mark begins and ends here. */
function signs(mark, tokens, at, end, out, cell) {
  const { name } = mark.type;
  if (name === "link") return link(mark, tokens, at, end, out, cell);
  if (name === "tag") {
    const values = Object.entries(mark.attrs.values).map(([key, value]) => ` ${key}="${attribute(value)}"`).join("");
    return [`<${mark.attrs.name}${values}>`, `</${mark.attrs.name}>`];
  }
  const before = lastSign(out);
  const after = upcoming(tokens, end + 1);
  const first = upcoming(tokens, at + 1);
  const last = lastOf(tokens, end - 1);
  const opens = isLetter(first) || !isBlank(first) && isBlank(before);
  const closes = isLetter(last) || !isBlank(last) && (isBlank(after) || ".,;:!?)".includes(after));
  const touches = (sign) => [before, after, first, last].includes(sign);
  // An address goes on to the next white space, and takes what stands at its end.
  const [inside, following] = [wordsOf(tokens[end - 1]), wordsOf(tokens[end + 1])];
  if (!addressAtEnd.test(out) && !addressAtEnd.test(inside) && !addressAtStart.test(following)) {
    if (opens && closes) {
      if (name === "del" && !touches("~")) return ["~~", "~~"];
      if (name === "strong" && !touches("*")) return ["**", "**"];
      if (name === "em" && !touches("*")) return ["*", "*"];
    }
    // Bold and emphasised at once: three signs on each side.
    const [outer, inner] = name === "em" ? [at, at + 1] : [at - 1, at];
    if (isBoth(tokens, outer, inner)) return name === "em" ? ["*", "*"] : ["**", "**"];
  }
  return { strong: ["<strong>", "</strong>"], em: ["<em>", "</em>"], del: ["<del>", "</del>"] }[name];
}

const addressAtEnd = /(?:https?:\/\/|www\.|@)[^\s<]*$/i;

const addressAtStart = /^[^\s<]*(?:https?:\/\/|www\.|@)/i;

const wordsOf = ({ leaf, text, code } = {}) => (leaf?.isText ? text ?? leaf.text : code ?? "");

/** Whether emphasis holds nothing but a bold piece, which begins and ends with letters and stands by itself. */
function isBoth(tokens, outer, inner) {
  const [em, strong] = [tokens[outer]?.open, tokens[inner]?.open];
  if (em?.type.name !== "em" || strong?.type.name !== "strong") return false;
  const close = tokens.findIndex((token, at) => at > inner && token.close === strong);
  if (tokens[close + 1]?.close !== em) return false;
  const before = lastOf(tokens, outer - 1);
  const after = upcoming(tokens, close + 2);
  return isLetter(upcoming(tokens, inner + 1)) && isLetter(lastOf(tokens, close - 1)) && !isLetter(before) && !"*_".includes(before || " ") && !isLetter(after) && !"*_".includes(after || " ");
}

function lastOf(tokens, at) {
  const token = tokens[at];
  if (!token) return "";
  if (token.code != null) return "`";
  if (token.leaf?.isText) return lastSign(token.text ?? token.leaf.text);
  if (token.leaf) return token.leaf.type.name === "hard_break" ? "\n" : "]";
  const mark = token.open ?? token.close;
  return mark.type.name === "link" ? (token.open ? "[" : ")") : mark.type.name === "tag" ? ">" : mark.type.name === "del" ? "~" : "*";
}

function link(mark, tokens, at, end, out, cell) {
  const { href, title } = mark.attrs;
  const inside = tokens.slice(at + 1, end);
  const isBare = inside.length === 1 && inside[0].leaf?.isText && (inside[0].text ?? inside[0].leaf.text) === href && !title
    && /^https?:\/\/[^\s<>()[\]|\\*~`"']*[\p{L}\p{N}/]$/u.test(href) && (isBlank(lastSign(out)) || lastSign(out) === "(")
    && /^[\s)]?$/.test(upcoming(tokens, end + 1));
  if (isBare) {
    inside[0].asIs = true;
    return ["", ""];
  }
  const name = title ? ` "${title.replace(/[\\"]/g, "\\$&").replace(/\s*\n\s*/g, " ")}"` : "";
  return ["[", `](${address(href, cell)}${name})`];
}

function address(href, cell) {
  const plain = cell ? href.replace(/\|/g, "%7C") : href;
  if (/^[^\s<>()\\*_~`[\]]+$/.test(plain)) return plain;
  return `<${plain.replace(/\s/g, "%20").replace(/[<>]/g, (sign) => (sign === "<" ? "%3C" : "%3E")).replace(/\\/g, "\\\\")}>`;
}

const attribute = (value) => String(value).replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/\s*\n\s*/g, " ");

function leafText(leaf, tokens, at, lineBreak, cell, out) {
  const { attrs } = leaf;
  switch (leaf.type.name) {
    case "hard_break": {
      const isOne = tokens[at - 1]?.leaf?.type.name !== "hard_break" && tokens[at + 1]?.leaf?.type.name !== "hard_break";
      return lineBreak === "\n" && isOne ? "\n" : "<br>";
    }
    case "footnote_reference": return `[^${attrs.name}]`;
    case "image": {
      if (attrs.width || attrs.height || attrs.class) {
        return `<img${Object.entries(attrs).map(([key, value]) => (value == null ? "" : ` ${key}="${attribute(value)}"`)).join("")}>`;
      }
      const title = attrs.title ? ` "${attrs.title.replace(/[\\"]/g, "\\$&")}"` : "";
      return `![${words(attrs.alt.replace(/\s+/g, " "), "", "", true, cell)}](${address(attrs.src, cell)}${title})`;
    }
    default: return "";
  }
}

function code(text, cell) {
  const plain = text.replace(/\n/g, " ");
  const fence = "`".repeat(longest(plain, /`+/g) + 1);
  const pad = /^`|`$/.test(plain) || /^ .* $/.test(plain) && plain.trim() ? " " : "";
  const written = `${fence}${pad}${plain}${pad}${fence}`;
  return cell ? written.replace(/\|/g, "\\|") : written;
}

const addresses = /(?:https?:\/\/|www\.)[^\s<>()[\]|`\\"']*[\p{L}\p{N}/]|[\p{L}\p{N}._+='-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}\p{N}]+/gu;

/** Words with a backslash before each sign that Markdown would read. */
function words(text, before, after, isLabel, cell) {
  let out = "";
  let from = 0;
  for (const found of text.matchAll(addresses)) {
    const rest = text.slice(found.index + found[0].length);
    const isAlone = isBlank(lastSign(text.slice(0, found.index)) || lastSign(before)) && (isBlank(firstSign(rest) || after) || /[).,;!?]/.test(firstSign(rest)));
    if (!isAlone) continue;
    out += escape(text.slice(from, found.index), before + out, found[0][0], isLabel, cell) + found[0].replace(rest[0] === ";" ? /&(?=#?\w+(?:;|$))/g : /&(?=#?\w+;)/g, "&amp;");
    from = found.index + found[0].length;
  }
  return out + escape(text.slice(from), before + out, after, isLabel, cell);
}

const mailAtOnce = /^[\p{L}\p{N}._+='-]*@[\p{L}\p{N}-]+\.[\p{L}\p{N}]/u;

function escape(text, before, after, isLabel, cell) {
  return text.replace(/[\\`*_[\]<~|&!]/g, (sign, at) => {
    const previous = at > 0 ? text[at - 1] : before.at(-1) ?? "";
    const rest = text.slice(at + 1);
    const next = rest[0] ?? after[0] ?? "";
    switch (sign) {
      case "\\": return /[\s\p{L}\p{N}]/u.test(rest[0] ?? "") && rest[0] !== "\n" ? sign : "\\\\";
      case "_": return isLetter(previous) && isLetter(next) || mailAtOnce.test(rest) ? sign : `\\${sign}`;
      case "*": return previous === " " && next === " " ? sign : `\\${sign}`;
      case "]": return isLabel ? `\\${sign}` : sign;
      case "<": return /[\s\d=-]/.test(next) ? sign : `\\${sign}`;
      case "|": return cell ? `\\${sign}` : sign;
      case "&": return /^#?\w+;/.test(rest) ? `\\${sign}` : sign;
      case "!": return next === "[" && rest === "" ? `\\${sign}` : sign;
      default: return `\\${sign}`;
    }
  });
}

/** Lines without white space at their ends, and with a backslash where one would begin something. */
function finished(text, lineBreak) {
  if (lineBreak !== "\n") return text.replace(/\s+/g, " ").trim();
  const lines = text.split("\n").map((line) => {
    const trimmed = line.replace(/^[ \t]+|[ \t]+$/g, "");
    return trimmed
      .replace(/^(#{1,6})(?=\s|$)/, "\\$1")
      .replace(/^([-+])(?=\s|$|-)/, "\\$1")
      .replace(/^(=+\s*)$/, "\\$1")
      .replace(/^>/, "\\>")
      .replace(/^([|:][\s|:-]*-[\s|:-]*)$/, "\\$1")
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
  });
  return lines.filter((line, at) => line || at > 0).join("\n").replace(/\n{2,}/g, "\n").replace(/^\n+|\n+$/g, "");
}
