// Whoever joins sees the handle that is made of their name, and chooses one only if they want another. The server makes
// it; this shows it beforehand, as far as it can be known.

export function suggestHandles() {
  for (const place of document.querySelectorAll("[data-handle-of]")) {
    const name = document.getElementById(place.dataset.handleOf);
    const show = () => {
      const made = handleOf(name.value);
      place.textContent = made && `@${made}`;
    };
    name.addEventListener("input", show);
    show();
  }
}

function handleOf(name) {
  const words = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").split(/[^a-z0-9]+/);
  const made = words.filter(Boolean).join("-").slice(0, 26).replace(/-+$/, "");
  return made.length < 2 ? "" : made;
}
