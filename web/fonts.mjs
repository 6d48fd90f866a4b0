// The two typefaces, cut to what the site uses, and local ones of the same measure to read in until they are here.
//
// Source Serif 4 and Inter, both under the SIL Open Font Licence, served from the site and nowhere else. A browser
// fetches only the alphabets a page uses; `latin` holds English, Spanish, German and most of western Europe, `european`
// the rest of what European names need (ř ő ł ş ğ ž …), so that one such letter costs little.

import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fontverter from "fontverter";
import * as hb from "harfbuzzjs";
import subset from "subset-font";

const require = createRequire(import.meta.url);

/** The weights the style sheets use; whatever is asked beyond them is the nearest of them. */
const weights = { min: 400, max: 650 };

/** Of all that the fonts can do, what the languages and the style sheets ask for. */
const needed = ["kern", "rlig", "ccmp", "locl", "mark", "mkmk", "tnum"];

const families = [
  {
    name: "Source Serif 4", package: "@fontsource-variable/source-serif-4", file: "source-serif-4", short: "serif", keepFeatures: [...needed, "liga", "lnum", "pnum"],
    styles: [
      // The optical size of running text; headings share it, for a cut of their own would weigh as much again.
      { style: "normal", cuts: [weights], optical: 18, from: { latin: "opsz", european: "opsz", "latin-ext": "opsz" } },
      // Bold italics are rare enough to be fetched when there are some.
      { style: "italic", cuts: [400, 600] },
    ],
  },
  { name: "Inter", package: "@fontsource-variable/inter", file: "inter", short: "sans", keepFeatures: needed, styles: [{ style: "normal", cuts: [weights] }] },
];

/** Later ones win where ranges overlap. */
const alphabets = ["vietnamese", "greek", "cyrillic", "latin-ext", "european", "latin"];
const european = "U+0100-017F, U+0192, U+0218-021B, U+01E4-01E9, U+01EE-01EF, U+01B7, U+0292, U+018F, U+0259, U+1E80-1E85, U+1E9E, U+1EF2-1EF3";

/** What stands on people's machines: the mean advance of a letter of English text in em, by weight and style. Those of
    Liberation are as Times New Roman's and Arial's, and those of Helvetica as Arial's. */
const local = {
  "Source Serif 4": [
    { as: "Times New Roman", regular: [0.4025, "Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"], bold: [0.4285, "Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"], italic: [0.4041, "Times New Roman Italic", "TimesNewRomanPS-ItalicMT", "Liberation Serif Italic", "Tinos Italic"] },
    { as: "Georgia", regular: [0.4417, "Georgia"] },
    { as: "DejaVu Serif", regular: [0.5152, "DejaVu Serif"], bold: [0.5689, "DejaVu Serif Bold", "DejaVuSerif-Bold"], italic: [0.5152, "DejaVu Serif Italic", "DejaVuSerif-Italic"] },
  ],
  Inter: [
    { as: "Arial", regular: [0.4441, "Arial", "ArialMT", "Helvetica", "Liberation Sans", "Arimo"], bold: [0.4806, "Arial Bold", "Arial-BoldMT", "Helvetica Bold", "Helvetica-Bold", "Liberation Sans Bold", "Arimo Bold"] },
    { as: "DejaVu Sans", regular: [0.5099, "DejaVu Sans"], bold: [0.5759, "DejaVu Sans Bold", "DejaVuSans-Bold"] },
  ],
};
/** How often a letter comes in English text, in percent, and the space between words. */
const letters = { a: 8.17, b: 1.49, c: 2.78, d: 4.25, e: 12.7, f: 2.23, g: 2.02, h: 6.09, i: 6.97, j: 0.15, k: 0.77, l: 4.03, m: 2.41, n: 6.75, o: 7.51, p: 1.93, q: 0.1, r: 5.99, s: 6.33, t: 9.06, u: 2.76, v: 0.98, w: 2.36, x: 0.15, y: 1.97, z: 0.07, " ": 20 };

/** Makes the fonts in a folder below `cache`, or finds them there, and gives the style sheet that names them. */
export async function fonts(cache) {
  const recipe = createHash("sha256").update(await readFile(new URL(import.meta.url))).update(await readFile(new URL("package-lock.json", import.meta.url)));
  const folder = join(cache, recipe.digest("hex").slice(0, 16));
  await mkdir(folder, { recursive: true });
  const rules = [];
  for (const family of families) {
    const ranges = { ...require(`${family.package}/unicode.json`), european };
    ranges["latin-ext"] = write(without(read(ranges["latin-ext"]), read(european)));
    for (const { style, cuts, optical, from = {} } of family.styles) {
      for (const alphabet of alphabets) {
        const axes = from[alphabet] ?? "wght";
        const source = require.resolve(`${family.package}/files/${family.file}-${alphabet === "european" ? "latin-ext" : alphabet}-${axes}-${style}.woff2`);
        for (const cut of cuts) {
          // Single cuts are worth their while where there is much text. All faces are declared alike, for a browser takes
          // the alphabets of a text from those whose weights are the same.
          const weight = /latin|european/.test(alphabet) ? cut : weights;
          const name = [family.short, alphabet, style, weight.min ? "" : weight].filter(Boolean).join("-") + ".woff2";
          await made(join(folder, name), async () => subset(await readFile(source), String.fromCodePoint(...read(ranges[alphabet])), {
            targetFormat: "woff2", noHinting: true, keepFeatures: family.keepFeatures, variationAxes: { wght: weight, ...(axes === "opsz" && { opsz: optical }) },
          }));
          rules.push(`@font-face {
  font-family: "${family.name}"; font-style: ${style}; font-weight: ${cut.min ? `${cut.min} ${cut.max}` : cut}; font-display: swap;
  src: url("${join(folder, name)}") format("woff2"); unicode-range: ${ranges[alphabet]};
}`);
        }
      }
    }
    rules.push(...await fallbacks(family, folder));
  }
  return rules.join("\n");
}

/** Faces of local fonts, stretched so that lines break and stand where they will when the font is here. */
async function fallbacks({ name, short }, folder) {
  const rules = [];
  const roman = await measure(join(folder, `${short}-latin-normal.woff2`));
  for (const { as, ...faces } of local[name]) {
    for (const [face, [theirs, ...names]] of Object.entries(faces)) {
      const ours = face === "italic" ? (await measure(join(folder, `${short}-latin-italic-400.woff2`))).regular : roman[face];
      const stretch = ours / theirs;
      const percent = (em) => `${(em * 100).toFixed(2)}%`;
      rules.push(`@font-face {
  font-family: "${name}, as ${as}"; font-style: ${face === "italic" ? "italic" : "normal"}; font-weight: ${face === "bold" ? "550 900" : "400"};
  src: ${names.map((one) => `local("${one}")`).join(", ")}; size-adjust: ${percent(stretch)};
  ascent-override: ${percent(roman.ascent / stretch)}; descent-override: ${percent(roman.descent / stretch)}; line-gap-override: ${percent(roman.gap / stretch)};
}`);
    }
  }
  return rules;
}

/** The mean advance of a letter, regular and at the weight of what is bold, and how high and deep a line is; in em. */
async function measure(file) {
  const face = new hb.Face(new hb.Blob(await fontverter.convert(await readFile(file), "truetype")), 0);
  const at = (weight) => {
    const font = new hb.Font(face);
    font.setVariations([new hb.Variation("wght", weight)]);
    const sum = Object.entries(letters).reduce((sum, [letter, often]) => sum + often * font.glyphHAdvance(font.nominalGlyph(letter.codePointAt(0))), 0);
    return sum / Object.values(letters).reduce((a, b) => a + b) / face.upem;
  };
  const { ascender, descender, lineGap } = new hb.Font(face).hExtents();
  return { regular: at(400), bold: at(600), ascent: ascender / face.upem, descent: -descender / face.upem, gap: lineGap / face.upem };
}

async function made(file, make) {
  if (existsSync(file)) return;
  await writeFile(`${file}.${process.pid}`, await make());
  await rename(`${file}.${process.pid}`, file);
}

/** The code points of a `unicode-range`, and back. */
const read = (range) => range.split(",").flatMap((part) => {
  const [first, last = first] = part.trim().slice(2).split("-").map((hex) => parseInt(hex, 16));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
});
function write(points) {
  const parts = [];
  for (const point of points) {
    if (parts.at(-1)?.[1] === point - 1) parts.at(-1)[1] = point;
    else parts.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase().padStart(4, "0");
  return parts.map(([first, last]) => `U+${hex(first)}${first === last ? "" : `-${hex(last)}`}`).join(", ");
}
const without = (points, others) => points.filter((point) => !others.includes(point));
