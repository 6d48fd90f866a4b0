// The land of the world and the borders on it, as a drawing of 10,000 by 5,009 that is cut to where people are.
//
// The server puts people on it by the same projection (server/src/people/about/gazetteer/rules.rs): Miller's, which is a cylinder,
// so that any part of it is a map by itself. Antarctica is left out.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { merge, mesh } from "topojson-client";

const north = 84, south = -58, width = 10_000;
const radians = (degrees) => degrees * Math.PI / 180;
const miller = (lat) => 1.25 * Math.log(Math.tan(Math.PI / 4 + 0.4 * radians(lat)));
// Beyond the edge where the map is cut, a line goes on; what is drawn there stands on the other side as well.
const unbroken = (line) => line.reduce((points, [lon, lat]) => {
  const before = points.at(-1)?.[0] ?? lon;
  points.push([lon + 360 * Math.round((before - lon) / 360), lat]);
  return points;
}, []);
const project = ([lon, lat]) => [(lon + 180) / 360 * width, (miller(north) - miller(Math.max(south - 2, Math.min(north + 1, lat)))) / (2 * Math.PI) * width];
export const height = Math.round(project([0, south])[1]);

/** How far a line may stray, and the smallest island that is drawn, in units of the drawing. */
const strays = 1, smallest = 40;

/** The drawing as SVG, of which pages use the parts by their names. */
export async function world() {
  const topology = JSON.parse(await readFile(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"), "utf8"));
  const countries = topology.objects.countries.geometries.filter(({ id }) => id !== "010");
  const land = path(merge(topology, countries).coordinates.flat(), true);
  const borders = path(mesh(topology, { type: "GeometryCollection", geometries: countries }, (one, other) => one !== other).coordinates, false);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><path id="land" vector-effect="non-scaling-stroke" d="${land}"/><path id="borders" fill="none" vector-effect="non-scaling-stroke" d="${borders}"/></svg>`;
}

function path(lines, closed) {
  let drawn = "";
  for (const line of lines) {
    let points = simplified(unbroken(line).map(project)).map((point) => point.map(Math.round));
    points = points.filter(([x, y], at) => at === 0 || x !== points[at - 1][0] || y !== points[at - 1][1]);
    if (closed) points.pop();
    if (points.length < 2 || (closed && area(points) < smallest)) continue;
    let [x, y] = points[0];
    const steps = points.slice(1).map(([nextX, nextY]) => {
      const step = `${nextX - x} ${nextY - y}`;
      [x, y] = [nextX, nextY];
      return step;
    });
    const shape = `l${steps.join(" ").replaceAll(" -", "-")}${closed ? "z" : ""}`;
    const xs = points.map(([at]) => at);
    for (const turn of [0, -width, width]) {
      if (Math.max(...xs) + turn > 0 && Math.min(...xs) + turn < width) drawn += `M${points[0][0] + turn} ${points[0][1]}${shape}`;
    }
  }
  return drawn;
}

const area = (points) => Math.abs(points.reduce((sum, [x, y], at) => {
  const [nextX, nextY] = points[(at + 1) % points.length];
  return sum + x * nextY - nextX * y;
}, 0)) / 2;

/** Leaves out the points without which a line strays little (Douglas and Peucker). */
function simplified(points) {
  const kept = new Set([0, points.length - 1]);
  const stretches = [[0, points.length - 1]];
  for (let stretch; (stretch = stretches.pop());) {
    const [from, to] = stretch;
    const [x1, y1] = points[from], [x2, y2] = points[to];
    const length = Math.hypot(x2 - x1, y2 - y1);
    let [farthest, at] = [strays, 0];
    for (let i = from + 1; i < to; i += 1) {
      const [x, y] = points[i];
      const far = length ? Math.abs((y2 - y1) * x - (x2 - x1) * y + x2 * y1 - y2 * x1) / length : Math.hypot(x - x1, y - y1);
      if (far > farthest) [farthest, at] = [far, i];
    }
    if (at) {
      kept.add(at);
      stretches.push([from, at], [at, to]);
    }
  }
  return points.filter((_, at) => kept.has(at));
}
