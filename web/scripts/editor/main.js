// The editor, fetched where one writes. It opens over a field when its words are there.

import { Field } from "./field.js";
import { watchSelection } from "./quote.js";
import { learn } from "./words.js";

let ready;

async function prepare() {
  const response = await fetch("/me/writing/words", { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(response.statusText);
  learn(await response.json());
  watchSelection();
}

/** Opens an editor over a field; without a line, the field stays as it is. */
export async function open(textarea, isComposing) {
  ready ??= prepare().catch((error) => { ready = undefined; throw error; });
  await ready;
  return Field.open(textarea, isComposing);
}
