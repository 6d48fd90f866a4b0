// The browser's memory, which may be full, switched off or emptied at any moment: then nothing is remembered and nothing breaks.

export function recall(key) {
  try { return JSON.parse(localStorage.getItem(`lyceum.${key}`)); } catch { return null; }
}

export function remember(key, value) {
  try { localStorage.setItem(`lyceum.${key}`, JSON.stringify(value)); return true; } catch { return false; }
}

export function forget(key) {
  try { localStorage.removeItem(`lyceum.${key}`); } catch { /* nothing was kept */ }
}

/** The keys that begin like this. */
export function keysOf(beginning) {
  const whole = `lyceum.${beginning}`;
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(whole)).map((key) => key.slice("lyceum.".length));
  } catch { return []; }
}
