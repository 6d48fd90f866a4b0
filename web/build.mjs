// Builds everything a browser needs into one folder: node build.mjs OUTDIR
//
// Every file gets a name with a hash of its contents, so it may be cached for ever; manifest.json says
// which plain name became which hashed one. Text files get .br and .gz siblings, ready to send.

import { readFile, writeFile, mkdir, rm } from "node:fs/promises";
import { basename, extname, join, parse, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync, constants } from "node:zlib";
import { build } from "esbuild";
import { fonts } from "./fonts.mjs";
import { icons } from "./icons.mjs";
import { world } from "./world.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error("usage: node build.mjs OUTDIR");
  process.exit(2);
}

// Plain names for the files that templates mention; the keys are the files they are built from.
const plainNames = {
  "serif-latin-normal.woff2": "serif.woff2",
  "sans-latin-normal.woff2": "sans.woff2",
  "mark.svg": "mark.svg",
  "editor.css": "editor.css",
  "members.js": "members.js",
  "push-worker.js": "push-worker.js",
};

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

// What is slow to make and seldom changes stays with the modules it is made by.
const cache = join(here, "node_modules/.cache/lyceum");
const fontSheet = await fonts(join(cache, "fonts"));
await mkdir(join(cache, "icons"), { recursive: true });
const pictures = await icons(join(here, "images/mark.svg"), join(cache, "icons"));
for (const name of pictures) plainNames[name] = name;
plainNames["world.svg"] = "world.svg";
await writeFile(join(cache, "world.svg"), await world());

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: [
    { in: "styles/main.css", out: "lyceum" },
    { in: "scripts/main.js", out: "lyceum" },
    { in: "scripts/members.js", out: "members" },
    { in: "scripts/editor/main.js", out: "editor" },
    { in: "styles/editor.css", out: "editor" },
    { in: "scripts/push-worker.js", out: "push-worker" },
    { in: "images/mark.svg", out: "mark" },
    { in: join(cache, "world.svg"), out: "world" },
    ...pictures.map((name) => ({ in: join(cache, "icons", name), out: parse(name).name })),
  ],
  outdir: resolve(out),
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  supported: { nesting: true },
  conditions: ["production"],
  loader: { ".woff2": "file", ".svg": "copy", ".png": "copy", ".ico": "copy" },
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  plugins: [{
    name: "fonts",
    setup(build) {
      build.onResolve({ filter: /^fonts$/ }, () => ({ path: "fonts", namespace: "fonts" }));
      build.onLoad({ filter: /./, namespace: "fonts" }, () => ({ contents: fontSheet, loader: "css", resolveDir: here }));
    },
  }],
});

const manifest = {};
for (const [path, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
  const file = relative(resolve(out), resolve(here, path));
  const source = basename(entryPoint ?? Object.keys(inputs)[0] ?? file);
  const name = entryPoint === "scripts/editor/main.js" ? "editor.js" : source.startsWith("main.") ? `lyceum${extname(file)}` : plainNames[source];
  if (name) manifest[name] = file;

  if (/\.(css|js|svg)$/.test(file)) {
    const bytes = await readFile(join(out, file));
    await writeFile(join(out, `${file}.br`), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
    await writeFile(join(out, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

for (const name of ["lyceum.css", "lyceum.js", "editor.js", ...Object.values(plainNames)]) {
  if (!manifest[name]) throw new Error(`${name} was not built`);
}
await writeFile(join(out, "manifest.json"), JSON.stringify(manifest, null, 2) + "\n");
