// The sheet of reports on a poor line: what is typed without a connection outlives the page, and is
// kept by the server as soon as it can be reached; a file is sent again until it arrives.
import assert from "node:assert/strict";
import { signIn } from "../office.mjs";

const sheet = "/office/reports/2026-2027";
const typed = "تم توقيع الاتفاقية مع الجمعيات المحلية";

/** The first line that can be reported on, opened. */
async function firstLine(page) {
  const line = page.locator(".sheet-line").first();
  if (!(await line.evaluate((one) => one.open))) await line.locator("summary").first().click();
  const id = await line.getAttribute("data-milestone");
  return { line, id, text: page.locator(`[id="${id}-texts_ar"]`), status: page.locator("#sheet-status") };
}

const told = (page, key) =>
  page.waitForFunction((key) => {
    const form = document.getElementById("sheet");
    return document.getElementById("sheet-status").textContent === form.dataset[key];
  }, key);

export async function nothing_typed_is_lost_without_a_connection({ page, context, hub }) {
  await signIn(page, hub, "el-marsa", "focal_point");
  await page.goto(hub.url("el-marsa", sheet));
  const { id, text } = await firstLine(page);
  await context.setOffline(true);
  await text.fill(typed);
  await told(page, "offline");

  // The telephone is put away, and the page with it; the server has never heard of the text.
  await page.goto("about:blank");
  await context.setOffline(false);
  await page.route("**/drafts", (route) => route.abort());
  await page.goto(hub.url("el-marsa", sheet));
  assert.equal(await page.locator(`[id="${id}-texts_ar"]`).inputValue(), typed);
  await told(page, "offline");

  // It can be reached again: the text is on the server, and any other telephone finds it there.
  await page.unroute("**/drafts");
  await told(page, "saved");
  const other = await (await context.browser().newContext({ javaScriptEnabled: false })).newPage();
  await signIn(other, hub, "el-marsa", "focal_point");
  await other.goto(hub.url("el-marsa", sheet));
  assert.equal(await other.locator(`[id="${id}-texts_ar"]`).inputValue(), typed);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("infitah-draft")).length), 0);
}

export async function file_is_sent_again_until_it_arrives({ page, hub }) {
  await signIn(page, hub, "el-marsa", "focal_point");
  await page.goto(hub.url("el-marsa", sheet));
  const { line, id } = await firstLine(page);
  let tries = 0;
  await page.route("**/files", (route) => {
    tries += 1;
    return tries === 1 ? route.abort() : route.continue();
  });
  const proof = { name: "محضر الاجتماع.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nproof\n%%EOF") };
  await page.setInputFiles(`[id="${id}-file"]`, proof);
  await line.locator(`input[name="${id}-kept"]`).waitFor({ state: "attached" });
  assert.equal(tries, 2);
  assert.match(await line.locator(".sheet-files").innerText(), /محضر الاجتماع\.pdf/);
}
