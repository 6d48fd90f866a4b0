// Light, dark, or as the system is: at once, without another page. A cookie keeps the choice, as it does without
// scripts, and every page comes in its colours.

import { forget, recall } from "./memory.js";
import { say } from "./words.js";

const themes = ["system", "light", "dark"];

export function offerThemes() {
  const form = document.querySelector("form.themes");
  const button = form?.querySelector("button");
  if (!button) return;
  const choose = (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    const scheme = document.querySelector("meta[name=color-scheme]");
    if (scheme) scheme.content = theme === "system" ? "light dark" : theme;
    button.textContent = say(`theme.${theme}`);
    button.value = themes[(themes.indexOf(theme) + 1) % themes.length];
    document.cookie = `lyceum-theme=${theme}; Path=/; Max-Age=31536000; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}`;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(button.value);
  });
  // What this browser remembered by itself in earlier versions.
  const earlier = recall("theme");
  if (themes.includes(earlier)) choose(earlier);
  if (earlier) forget("theme");
}
