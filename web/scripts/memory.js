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
