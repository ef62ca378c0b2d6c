// Pictures in the hand of a writer: sent from where one writes, described, put into the text and at the
// head of the article, by keyboard; and what readers then get.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { signIn } from "../office.mjs";
import { photograph } from "../photograph.mjs";

const shown = (image) => image.evaluate(async (one) => { await one.decode().catch(() => {}); return one.naturalWidth; });

export async function a_picture_is_sent_described_and_used_without_leaving_the_text({ page, hub }) {
  await signIn(page, hub, "fes", "editor");
  await page.goto(hub.url("fes", "/office/articles/new"));
  await page.fill("[name=title_ar]", "افتتاح المكتبة البلدية");
  const text = page.locator("label[for=body_ar]").locator("xpath=..").locator("[role=textbox]");
  await text.waitFor();
  await text.focus();
  await page.keyboard.type("فتحت المكتبة أبوابها.");
  await page.locator("label[for=body_ar]").locator("xpath=..").getByRole("button", { name: "صورة", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("لا توجد صور في المكتبة بعد.").or(dialog.locator("li img").first()).waitFor();

  // Without a picture and without words it says what is missing, and nothing is put.
  await dialog.getByRole("button", { name: "استعمال هذه الصورة" }).click();
  await dialog.getByText("اختر صورة.").waitFor();
  await dialog.locator("input[type=file]").setInputFiles({ name: "bad.jpg", mimeType: "image/jpeg", buffer: Buffer.from("no picture") });
  await dialog.locator("#picture-error:not(:empty)").waitFor();
  await dialog.locator("input[type=file]").setInputFiles(await photograph(page, "باب.jpg", 900, 600));
  await dialog.getByText("وصلت الصورة.").waitFor();
  await dialog.getByRole("button", { name: "استعمال هذه الصورة" }).click();
  await dialog.getByText("اكتب النص البديل.").waitFor();
  await mustBeAccessible(page);
  await dialog.locator("textarea").fill("باب المكتبة البلدية");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  assert.ok(await shown(text.locator("img")) > 0, "the writer sees what is not public yet");

  // The same picture at its head: its words are known by now.
  await page.click("#cover summary");
  await page.click("#cover-choose");
  const again = page.getByRole("dialog");
  await again.locator("li label").first().click();
  assert.equal(await again.locator("textarea").inputValue(), "باب المكتبة البلدية");
  await again.getByRole("button", { name: "استعمال هذه الصورة" }).click();
  await again.waitFor({ state: "detached" });
  // A dialog is closed a moment before its page hears of it.
  await page.locator("#cover summary").getByText("باب.jpg").waitFor();
  await mustBeAccessible(page);
  await page.locator("button[value=publish]").click();
  await page.waitForURL(/done=published/);
  await page.goto(await page.locator(".office-head a.more").first().getAttribute("href"));
  for (const place of [".article-cover img", ".prose img"]) {
    const image = page.locator(place);
    await image.scrollIntoViewIfNeeded();
    assert.ok(await shown(image) > 0, place);
    assert.equal(await image.getAttribute("alt"), "باب المكتبة البلدية");
    assert.match(await image.evaluate((one) => one.currentSrc), /\/media\/[0-9a-f-]+\/(320|640)\/picture\.webp$/, "a telephone takes a smaller one");
  }
  await mustBeAccessible(page);
}

export async function without_scripts_a_cover_is_ticked({ page, browser, hub }) {
  await signIn(page, hub, "fes", "editor");
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, storageState: await page.context().storageState() });
  try {
    const plain = await context.newPage();
    await plain.goto(hub.url("fes", "/office/articles/new"));
    await plain.click("#cover summary");
    assert.ok(await plain.locator("#cover input[type=radio]").first().isChecked(), "none");
    assert.equal(await plain.locator("#cover-choose").isVisible(), false);
    await plain.locator("#cover li label").last().click();
    await plain.fill("[name=title_ar]", "");
    await plain.locator(".editor-bar button").first().click();
    await plain.locator(".error-summary").waitFor();
    assert.notEqual(await plain.locator("#cover input:checked").getAttribute("value"), "", "what was ticked is kept");
  } finally {
    await context.close();
  }
}
