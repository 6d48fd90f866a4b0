// A page that a browser shows again by going back was made for whoever was signed in then. If that is no longer who is
// here, it is made anew before anybody sees it.
//
// Every page that comes from the server says who is here: body[data-member], or nobody. It is remembered on the device,
// for all tabs, and is no secret.

import { recall, remember } from "./memory.js";

const made = () => document.body.dataset.member ?? "";

export function keepToThemselves() {
  if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") renew();
  else remember("here", made());
  addEventListener("pageshow", (event) => { if (event.persisted) renew(); });
}

function renew() {
  const here = recall("here");
  if (here === null || here === made()) return;
  document.documentElement.hidden = true;
  // Not a reload: that would send a form again, if this page came of one.
  window.location.replace(window.location.pathname + window.location.search);
}
