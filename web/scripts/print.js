// On paper a link is followed by its address, unless its words are the address.

export function printLinks() {
  const look = () => {
    for (const link of document.querySelectorAll('.prose a[href^="http"]')) {
      link.classList.toggle("says-itself", bare(link.textContent) === bare(link.getAttribute("href")));
    }
  };
  look();
  // What came since then is printed as well.
  addEventListener("beforeprint", look);
}

/** An address as people write it: without the scheme, the last slash and the escapes of letters. */
function bare(address) {
  const short = address.trim().replace(/^https?:\/\//i, "").replace(/\/$/, "");
  try { return decodeURI(short); } catch { return short; }
}
