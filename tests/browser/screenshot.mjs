// Makes docs/screenshot.png, the picture in the README: a post of the demo and the conversation under it.
import { join } from "node:path";
import { here, openSite } from "./harness.mjs";

const site = await openSite();
const page = await site.browser.newPage({ baseURL: site.url, viewport: { width: 1280, height: 860 }, locale: "en-GB" });
await page.goto(await site.post("kettle-on", "where-in-your-week"));
await page.evaluate(() => {
  // The heading of the conversation a third of the way down, so that both are seen.
  window.scrollTo(0, document.querySelector("#comments h2").getBoundingClientRect().top - 300);
});
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: join(here, "../../docs/screenshot.png") });
await site.close();
