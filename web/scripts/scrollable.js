// A wide table scrolls by itself on a narrow screen; the keyboard must reach it to do the same.

export function makeScrollable() {
  const look = () => {
    for (const box of document.querySelectorAll(".prose table, .scroll")) {
      if (box.scrollWidth > box.clientWidth + 1) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  look();
  addEventListener("resize", look, { passive: true });
}
