// Everything here makes a page better that already works without it.

import { offerThemes } from "./theme.js";
import { closeMenus } from "./menus.js";
import { keepTexts } from "./keep.js";
import { sendOnce } from "./send.js";
import { replyInPlace } from "./reply.js";
import { markNew } from "./news.js";
import { listen } from "./live.js";
import { tellWhatIsRead } from "./read.js";
import { ringBell } from "./bell.js";
import { followMessages } from "./messages.js";
import { keepPlace, followRiver } from "./river.js";
import { offerPush } from "./push.js";
import { keepDrafts } from "./draft.js";
import { offerPreview } from "./preview.js";
import { offerEditor } from "./write.js";
import { printLinks } from "./print.js";
import { makeScrollable } from "./scrollable.js";
import { tellTimes } from "./times.js";
import { tellZone } from "./zone.js";
import { keepToThemselves } from "./going-back.js";
import { shrinkPictures } from "./picture.js";
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
  followMessages();
  ringBell();
  keepPlace();
  followRiver();
  offerPush();
  offerEditor();
  keepDrafts();
  offerPreview();
  makeScrollable();
  printLinks();
  tellZone();
  tellTimes();
  shrinkPictures();
  suggestHandles();
  seek();
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
