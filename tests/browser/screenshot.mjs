// Makes docs/screenshot.png, the picture in the README: a post of the demo and the conversation under it.
import { join } from "node:path";
import { here, openSite } from "./harness.mjs";

const site = await openSite();
const page = await site.browser.newPage({ baseURL: site.url, viewport: { width: 1280, height: 860 }, locale: "en-GB" });
await page.goto(await site.post("gwil", "short"));
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: join(here, "../../docs/screenshot.png") });
await site.close();
