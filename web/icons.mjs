// Pictures of the mark for those who take no SVG: home screens, old browsers, and whoever shows a shared link.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createRequire } from "node:module";
import { Resvg, initWasm } from "@resvg/resvg-wasm";

const paper = "#faf7f0", green = "#1d5c45";

/** Writes the pictures into a folder and gives their names. */
export async function icons(mark, folder) {
  await initWasm(await readFile(createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm")));
  const drawing = (await readFile(mark, "utf8")).replace(/<\/?svg[^>]*>/g, "").replace(/fill="[^"]*"/, `fill="${green}"`);
  const files = {};

  // On paper, with room around it: systems cut icons to circles and squircles.
  const icon = (size) => png(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 44 44"><rect x="-10" y="-10" width="44" height="44" fill="${paper}"/>${drawing}</svg>`, size);
  files["touch-icon.png"] = icon(180);
  files["icon-192.png"] = icon(192);
  files["icon-512.png"] = icon(512);
  files["favicon.ico"] = ico([16, 32].map((size) => png(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">${drawing}</svg>`, size)));

  // A shared link: the mark between the friezes that open and close every page.
  const strokes = Array.from({ length: 20 }, (_, at) => `<path fill="${green}" d="M${at * 60} 0h4v30h-4zM${at * 60 + 10} 0h4v30h-4zM${at * 60 + 20} 0h4v30h-4z"/>`).join("");
  const frieze = `<rect width="1200" height="9" fill="${green}"/>${strokes}`;
  files["share.png"] = png(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="${paper}"/>${frieze}<g transform="translate(0 630) scale(1 -1)">${frieze}</g><g transform="translate(462 177) scale(11.5)">${drawing}</g></svg>`, 1200);

  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
  return Object.keys(files);
}

const png = (svg, width) => Buffer.from(new Resvg(svg, { fitTo: { mode: "width", value: width } }).render().asPng());

/** An icon file is a list of pictures. */
function ico(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach((picture, at) => {
    const entry = 6 + 16 * at;
    head.writeUInt8(picture.readUInt32BE(16), entry); // the width and height a PNG begins with
    head.writeUInt8(picture.readUInt32BE(20), entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(picture.length, entry + 8);
    head.writeUInt32LE(offset, entry + 12);
    offset += picture.length;
  });
  return Buffer.concat([head, ...pictures]);
}
