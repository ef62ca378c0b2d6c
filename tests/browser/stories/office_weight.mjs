// What a page of the office weighs when it is opened for the first time: all that comes over the wire,
// with nothing kept from before. People report from a telephone, often over a poor line.
import assert from "node:assert/strict";
import { signIn } from "../office.mjs";

const kilobytes = 1000;
/** Pages that bring the editor for formatted text, which is loaded once and then kept. */
const withEditor = ["/office/articles/new", "/office/pages/new"];
const programme = "/office/programme/2024-2025";
const rooms = {
  fes: ["/office/home", "/office/programme", "/office/programme/new", programme, `${programme}/settings`, `${programme}/steps/4`,
    `${programme}/tree`, `${programme}/import`, `${programme}/tree/axes/new`, `${programme}/tree/commitments/new`, `${programme}/committee`,
    `${programme}/committee/new`, "/office/sessions", "/office/sessions/new", "/office/events", "/office/events?shown=past", "/office/events/new",
    "/office/reports/2024-2025", "/office/reports/queue", "/office/reports/mine", "/office/articles", "/office/documents", "/office/documents/new",
    "/office/media", "/office/pages", "/office/people", "/office/people/new", "/office/account", "/office/account/password", "/office/account/second-factor",
    "/office/audit", "/office/settings", "/office/settings/domain", "/office/personal-data", "/office/deliveries", "/office/outbox", ...withEditor],
  "": ["/office/home", "/office/dashboard"],
};

/** The bytes of all answers that a page needs. */
async function weight(page, wire, address) {
  let bytes = 0;
  const add = ({ encodedDataLength }) => (bytes += encodedDataLength);
  wire.on("Network.loadingFinished", add);
  const answer = await page.goto(address, { waitUntil: "networkidle" });
  wire.off("Network.loadingFinished", add);
  assert.equal(answer.status(), 200, address);
  return bytes;
}

export async function every_page_is_light({ browser, hub }) {
  const heavy = [];
  for (const [slug, role] of [["fes", "admin"], ["", "coordinator"]]) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const page = await context.newPage();
    await signIn(page, hub, slug, role);
    const wire = await context.newCDPSession(page);
    await wire.send("Network.enable");
    await wire.send("Network.setCacheDisabled", { cacheDisabled: true });
    for (const path of rooms[slug]) {
      const bytes = await weight(page, wire, hub.url(slug, path));
      assert.ok(bytes > 5 * kilobytes, `${path} weighs ${bytes} bytes, so nothing was measured`);
      if (process.env.INFITAH_TEST_WEIGHTS) console.log(`     ${path} ${Math.round(bytes / kilobytes)} kB`);
      if (bytes >= (withEditor.includes(path) ? 300 : 200) * kilobytes) heavy.push(`${path}: ${bytes}`);
    }
    await context.close();
  }
  assert.deepEqual(heavy, []);
}
every_page_is_light.seconds = 240;
