// Everything here makes a page better that already works without it.

import { offerThemes } from "./theme.js";
import { closeMenus } from "./menus.js";
import { keepTexts } from "./keep.js";
import { sendOnce } from "./send.js";
import { replyInPlace } from "./reply.js";
import { markNew } from "./news.js";
import { listen } from "./live.js";
import { tellWhatIsRead } from "./read.js";
import { keepPlace, followRiver } from "./river.js";
import { printLinks } from "./print.js";
import { makeScrollable } from "./scrollable.js";
import { tellTimes } from "./times.js";
import { tellZone } from "./zone.js";
import { keepToThemselves } from "./going-back.js";
import { suggestHandles } from "./handle.js";
import { seek } from "./seek.js";

function start() {
  keepToThemselves();
  offerThemes();
  closeMenus();
  keepTexts();
  replyInPlace();
  sendOnce();
  markNew();
  listen();
  tellWhatIsRead();
  keepPlace();
  followRiver();
  makeScrollable();
  printLinks();
  tellZone();
  tellTimes();
  suggestHandles();
  seek();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
