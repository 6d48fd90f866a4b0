// Light, dark, or as the system is. The choice is set before the first paint.

import { forget, recall, remember } from "./memory.js";
import { say } from "./words.js";

const themes = ["system", "light", "dark"];

export function chooseTheme() {
  const theme = recall("theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

export function offerThemes() {
  for (const button of document.querySelectorAll("[data-theme-switch]")) {
    const show = () => { button.textContent = say(`theme.${recall("theme") ?? "system"}`); };
    button.addEventListener("click", () => {
      const next = themes[(themes.indexOf(recall("theme") ?? "system") + 1) % themes.length];
      if (next === "system") forget("theme");
      else remember("theme", next);
      chooseTheme();
      show();
    });
    show();
    button.hidden = false;
  }
}
