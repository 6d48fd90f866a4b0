// The rows as they are measured: what must hold, what was found, and whether it does.

import { many } from "./kit.mjs";

export const rows = [];
export const failed = () => rows.filter((row) => row.endsWith("| **no** |")).length;
export const row = (what, must, measured, holds) => {
  rows.push(`| ${what} | ${must} | ${measured} | ${holds ? "yes" : "**no**"} |`);
  console.log(`${holds ? "ok  " : "FALL"} ${what}: ${measured} (must: ${must})`);
};
export const atMost = (limit, what, value, unit = "", digits = 2) => row(what, `at most ${limit}${unit}`, `${value.toFixed(digits)}${unit}`, value <= limit);
export const atLeast = (limit, what, value, digits = 2) => row(what, `at least ${limit}`, value.toFixed(digits), value >= limit);
export const below = (limit, what, value, unit, digits = 1) => row(what, `under ${limit}${unit}`, `${value.toFixed(digits)}${unit}`, value < limit);
export const none = (what, count, of) => row(what, "none", of === undefined ? String(count) : `${count} of ${many(of)}`, count === 0);
