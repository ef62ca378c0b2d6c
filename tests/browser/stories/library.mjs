// The library with its script: several files with their progress, sent again where the line breaks, and
// what is refused told beside its name.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { signIn } from "../office.mjs";

const pdf = (name) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7\n% ${name}\n`) });

export async function files_are_sent_again_where_the_line_breaks({ page, hub }) {
  await signIn(page, hub, "fes", "editor");
  await page.goto(hub.url("fes", "/office/media"));
  const before = await page.locator(".media-grid > li").count();
  let tries = 0;
  await page.route("**/office/media", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    tries += 1;
    return tries === 1 ? route.abort("connectionreset") : route.continue();
  });
  await page.setInputFiles("#files", [pdf("one.pdf"), { name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") }, pdf("two.pdf")]);
  await page.click("#library-upload button");
  await page.waitForSelector("#library-status a");
  assert.equal(tries, 4, "the first was sent twice");
  assert.match(await page.textContent("#library-files"), /SVG/);
  assert.equal(await page.locator("#library-files .field-error").count(), 1);
  await mustBeAccessible(page);
  await page.click("#library-status a");
  await page.waitForSelector(".media-grid");
  assert.equal(await page.locator(".media-grid > li").count(), before + 2);
}
