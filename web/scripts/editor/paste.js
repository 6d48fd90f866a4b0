// What comes from the clipboard: what was meant by it, without what the program it comes from says besides.

/** HTML of a clipboard as plain, well-formed HTML. */
export function cleaned(html) {
  const root = parsed(html);
  fromWord(root);
  fromDocs(root);
  styles(root);
  blocksOfCode(root);
  paragraphs(root);
  return root.innerHTML;
}

/** Words of a clipboard as paragraphs, in which single line breaks stay. */
export function paragraphsOf(text) {
  return text.replace(/\r\n?/g, "\n").split(/\n[ \t]*\n+/).map((part) => part.replace(/^\n+|\n+$/g, "").split("\n")).filter((lines) => lines.some((line) => line.trim()));
}

/** A document keeps the policy of its page, which reports every style and handler in it: they get other names before it is read. */
function parsed(html) {
  const plain = html
    .replace(/<style\b[\s\S]*?(?:<\/style\s*>|$)/gi, "")
    .replace(/<!\[(?:if[^\]]*|endif)\]>/gi, (mark) => (/^<!\[if/i.test(mark) ? "<ignore>" : "</ignore>"))
    .replace(/<!--\[if !supportLists\]-->([\s\S]*?)<!--\[endif\]-->/gi, "<ignore>$1</ignore>")
    .replace(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi, (tag) => tag
      .replace(/(\s)style(\s*=)/gi, "$1data-style$2")
      .replace(/([\s"'])on\w+(\s*=)/gi, "$1data-on$2"));
  return new DOMParser().parseFromString(plain, "text/html").body;
}

const styleOf = (dom) => dom.dataset?.style ?? "";
const rename = (dom, name) => {
  const made = dom.ownerDocument.createElement(name);
  made.append(...dom.childNodes);
  dom.replaceWith(made);
  return made;
};
const unwrap = (dom) => dom.replaceWith(...dom.childNodes);
const make = (dom, name, ...children) => {
  const made = dom.ownerDocument.createElement(name);
  made.append(...children);
  return made;
};

// ---- Word

const levelOf = (dom) => Number(styleOf(dom).match(/mso-list:[^;]*\blevel(\d)/i)?.[1] ?? 0);

function fromWord(root) {
  for (const title of root.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  const items = [...root.querySelectorAll("p, h1, h2, h3, h4, h5, h6")].filter((dom) => levelOf(dom));
  for (let at = 0; at < items.length;) {
    const run = [items[at]];
    while (items[at + run.length] && nextElement(run.at(-1)) === items[at + run.length]) run.push(items[at + run.length]);
    listOf(run);
    at += run.length;
  }
  for (const dom of root.querySelectorAll("ignore")) unwrap(dom);
}

const nextElement = (dom) => dom.nextElementSibling;

/** Paragraphs that say how deep they stand in a list become that list. */
function listOf(run) {
  const place = run[0].ownerDocument.createComment("");
  run[0].before(place);
  const stack = [];
  for (const paragraph of run) {
    const level = levelOf(paragraph);
    const sign = signOf(paragraph);
    const item = make(paragraph, "li", ...paragraph.childNodes);
    paragraph.remove();
    while (stack.length && stack.at(-1).level > level) stack.pop();
    let top = stack.at(-1);
    const ordered = numberOf(sign);
    if (!top || top.level < level || (top.ordered === null) !== (ordered === null)) {
      const list = make(item, ordered === null ? "ul" : "ol");
      if (ordered !== null && ordered > 1) list.setAttribute("start", ordered);
      if (top && top.level === level) stack.pop();
      const parent = stack.at(-1);
      if (parent) parent.list.lastElementChild.append(list);
      else place.before(list);
      stack.push(top = { level, list, ordered });
    }
    top.list.append(item);
  }
  place.remove();
}

/** The sign before an item, which goes: the outermost element that says it is one. */
function signOf(paragraph) {
  const ignored = [...paragraph.querySelectorAll("*")].filter((dom) => /mso-list:\s*ignore/i.test(styleOf(dom)) || dom.tagName === "IGNORE");
  const outermost = ignored.filter((dom) => !ignored.some((other) => other !== dom && other.contains(dom)));
  const sign = outermost.map((dom) => dom.textContent).join("").replace(/[\s\u00a0]+/g, "");
  outermost.forEach((dom) => dom.remove());
  return sign;
}

/** The number that a sign stands for; null where it is a bullet. */
function numberOf(sign) {
  const [, word] = sign.match(/^\(?([0-9]{1,4}|[a-z]{1,5})[.)]$/i) ?? [];
  if (!word) return null;
  if (/^\d/.test(word)) return Number(word);
  const lower = word.toLowerCase();
  if (lower.length === 1 && !/[ivx]/.test(lower)) return lower.charCodeAt(0) - 96;
  const values = { i: 1, v: 5, x: 10, l: 50, c: 100 };
  if (![...lower].every((letter) => letter in values)) return 1;
  return [...lower].reduce((sum, letter, at) => sum + (values[letter] < (values[lower[at + 1]] ?? 0) ? -values[letter] : values[letter]), 0);
}

// ---- Google Docs, and styles that mean something

function fromDocs(root) {
  for (const dom of root.querySelectorAll('b[id^="docs-internal-guid"], b[data-style*="font-weight:normal"], b[data-style*="font-weight: normal"]')) unwrap(dom);
  // A list within a list stands beside the item it belongs to.
  for (const list of root.querySelectorAll(":is(ul, ol) > :is(ul, ol)")) {
    const item = list.previousElementSibling;
    if (item?.tagName === "LI") item.append(list);
    else {
      const made = make(list, "li");
      list.before(made);
      made.append(list);
    }
  }
}

const meanings = [
  [/font-weight:\s*(?:bold|[6-9]\d\d)/i, "strong", "b, strong, h1, h2, h3, h4, h5, h6, th"],
  [/font-style:\s*italic/i, "em", "i, em"],
  [/text-decoration[^;]*line-through/i, "del", "s, del, strike"],
  [/vertical-align:\s*super/i, "sup", "sup"],
  [/vertical-align:\s*sub/i, "sub", "sub"],
];

function styles(root) {
  for (const dom of [...root.querySelectorAll("span[data-style], font[data-style], a[data-style]")]) {
    for (const [style, name, had] of meanings) {
      if (!style.test(styleOf(dom)) || dom.closest(had) || !dom.textContent.trim()) continue;
      const made = make(dom, name, ...dom.childNodes);
      dom.append(made);
    }
  }
  for (const dom of root.querySelectorAll("b, strong, i, em")) {
    if (/font-(?:weight|style):\s*(?:normal|400)/i.test(styleOf(dom))) unwrap(dom);
  }
}

/** The clipboard of a program for code: lines in a face of equal letters, in which every space counts. */
function blocksOfCode(root) {
  for (const dom of root.querySelectorAll("div[data-style]")) {
    if (!dom.isConnected || !/white-space:\s*pre/i.test(styleOf(dom)) || !/mono|consol|courier|menlo/i.test(styleOf(dom))) continue;
    const lines = [...dom.children].filter((child) => ["DIV", "BR"].includes(child.tagName));
    const text = lines.length ? lines.map((line) => line.textContent).join("\n") : dom.textContent;
    const made = make(dom, "pre", text);
    dom.replaceWith(made);
  }
}

// ---- What is left of every program

const blocks = "p, div, ul, ol, li, table, blockquote, pre, h1, h2, h3, h4, h5, h6, hr, dl, figure, section, article, header, footer";
const isEmpty = (dom) => !dom.textContent.replace(/[\s\u00a0\u200b]+/g, "") && !dom.querySelector("img, hr, table");

function paragraphs(root) {
  for (const dom of root.querySelectorAll("script, title, meta, link, template, noscript, svg, button, input, select, textarea")) dom.remove();
  for (const image of root.querySelectorAll("img")) {
    // One of this site is the same in every size.
    const address = (image.getAttribute("src") ?? "").replace(`${location.origin}/`, "/").replace(/^(\/files\/\d+-\d+x\d+)-\d+(?=\.\w+$)/, "$1");
    image.setAttribute("src", address);
    if (!/^(?:https?:|\/files\/)/i.test(address)) image.replaceWith(image.alt);
    else for (const name of ["class", "width", "height"]) image.removeAttribute(name);
  }
  for (const link of root.querySelectorAll("a")) if (!/^(?:https?|mailto):/i.test(link.getAttribute("href") ?? "")) unwrap(link);
  tables(root);
  for (const list of root.querySelectorAll("ul, ol")) {
    for (const item of list.children) {
      const own = [...item.children].filter((child) => child.tagName === "P");
      if (own.length === 1) unwrap(own[0]);
    }
  }
  spaces(root);
  breaks(root);
  for (const dom of [...root.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6, li")].reverse()) if (isEmpty(dom)) dom.remove();
  for (const dom of root.querySelectorAll(":is(p, li, h1, h2, h3, h4, h5, h6, td, th) > br:last-child")) if (!dom.nextSibling?.textContent?.trim()) dom.remove();
}

/** A table without a head gets its first row as one, since Markdown has no other. */
function tables(root) {
  for (const table of root.querySelectorAll("table")) {
    if (table.querySelector("th") || !table.rows.length) continue;
    for (const cell of [...table.rows[0].cells]) {
      const head = make(cell, "th", ...cell.childNodes);
      for (const name of ["colspan", "rowspan"]) if (cell.hasAttribute(name)) head.setAttribute(name, cell.getAttribute(name));
      cell.replaceWith(head);
    }
  }
}

/** Spaces that only kept a place; before a sign and after a number they are meant. */
function spaces(root) {
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.parentElement.closest("pre")) continue;
    text.data = text.data.replace(/[ \u00a0]*\u00a0[ \u00a0]+|[ \u00a0]+\u00a0[ \u00a0]*/g, " ")
      .replace(/\u00a0/g, (space, at, whole) => (/[:;!?»%€$£°]/.test(whole[at + 1] ?? "") || /[«\d]/.test(whole[at - 1] ?? "") ? space : " "));
  }
}

/** Two line breaks in a row are the end of a paragraph. */
function breaks(root) {
  for (const first of [...root.querySelectorAll("br")]) {
    if (!first.isConnected) continue;
    let next = first.nextSibling;
    while (next?.nodeType === 3 && !next.data.trim()) next = next.nextSibling;
    if (next?.nodeName !== "BR") continue;
    const parent = first.parentElement;
    if (parent !== root && !["P", "DIV"].includes(parent.tagName)) continue;
    if (parent === root) {
      let start = first;
      while (start.previousSibling && !isBlock(start.previousSibling)) start = start.previousSibling;
      const before = make(first, "p");
      first.before(before);
      while (start !== first && start !== before) {
        const following = start.nextSibling;
        before.append(start);
        start = following;
      }
      const after = make(first, "p");
      before.after(after);
      let rest = after.nextSibling;
      while (rest && !isBlock(rest)) {
        const following = rest.nextSibling;
        if (!(rest === first || rest === next)) after.append(rest);
        else rest.remove();
        rest = following;
      }
    } else {
      const after = parent.cloneNode(false);
      let rest = next.nextSibling;
      while (rest) {
        const following = rest.nextSibling;
        after.append(rest);
        rest = following;
      }
      next.remove();
      first.remove();
      parent.after(after);
    }
  }
}

const isBlock = (node) => node.nodeType === 1 && node.matches(blocks);
