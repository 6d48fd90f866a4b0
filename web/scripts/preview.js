// A preview beside the text. Without scripts the button sends the form and the page comes back with it.

import { say } from "./words.js";

export function offerPreview() {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-preview]");
    const region = button?.form.querySelector(".preview");
    if (!region) return;
    event.preventDefault();
    const shown = region.querySelector(".prose");
    region.hidden = false;
    shown.setAttribute("aria-busy", "true");
    if (!shown.hasChildNodes()) shown.textContent = say("preview.wait");
    const { text, language } = button.form.elements;
    try {
      const response = await fetch(button.dataset.preview, {
        method: "POST",
        body: new URLSearchParams({ text: text.value, language: language?.value ?? "" }),
        headers: { Accept: "text/html" },
      });
      if (!response.ok) throw new Error(response.statusText);
      // The server has cleaned this HTML as it cleans every post.
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      shown.replaceChildren(...page.body.childNodes);
      if (language?.value) shown.lang = language.value;
    } catch {
      shown.textContent = say("failed");
    }
    shown.removeAttribute("aria-busy");
    region.scrollIntoView({ block: "nearest" });
  });
}
