// What only members need, after main.js and beside it: nobody else loads it.

import { ringBell } from "./bell.js";
import { followMessages } from "./messages.js";
import { offerPush } from "./push.js";
import { offerEditor } from "./write.js";
import { keepDrafts } from "./draft.js";
import { offerPreview } from "./preview.js";
import { shrinkPictures } from "./picture.js";

followMessages();
ringBell();
offerPush();
offerEditor();
keepDrafts();
offerPreview();
shrinkPictures();
