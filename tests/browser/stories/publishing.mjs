// An editor writes in Arabic with the keyboard alone and without JavaScript; a reader finds the
// article right to left.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { signIn } from "../office.mjs";

const title = "فتح باب التسجيل في ورشة الإعداد المشترك";

export async function editor_publishes_an_arabic_article({ browser, hub }) {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await signIn(page, hub, "fes", "editor");
  await page.goto(hub.url("fes", "/office/articles/new"));
  const field = page.locator("[name=title_ar]");
  await field.focus();
  await page.keyboard.type(title);
  await page.keyboard.press("Tab");
  await page.keyboard.type("ملخص قصير");
  await page.keyboard.press("Tab");
  await page.keyboard.type("نص الخبر في فقرة واحدة.");
  assert.equal(await field.evaluate((input) => getComputedStyle(input).direction), "rtl");
  await page.locator(".editor-bar button").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/office\/articles\/[0-9a-f-]+/);
  await page.locator("form[action$='/publish'] button, button[formaction$='/publish']").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForLoadState();

  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(hub.url("fes", "/ar/news"));
  const link = reader.locator("main .card a", { hasText: title });
  assert.equal(await link.count(), 1);
  await link.click();
  assert.equal((await reader.locator("h1").innerText()).trim(), title);
  const direction = await reader.locator("main").evaluate((main) => getComputedStyle(main).direction);
  assert.equal(direction, "rtl");
  assert.match(await reader.locator(".prose").innerText(), /نص الخبر في فقرة واحدة/);
  await context.close();
}

export async function reader_subscribes_and_the_mail_is_in_arabic({ page, hub }) {
  const before = (await hub.mails()).length;
  await page.goto(hub.url("fes", "/ar/subscribe"));
  await page.fill("main input[name=email]", "amina@example.org");
  await page.press("main input[name=email]", "Enter");
  await page.waitForLoadState();
  const end = Date.now() + 30_000;
  let mails = [];
  while (mails.length <= before && Date.now() < end) mails = await hub.mails();
  const mail = mails.find((one) => /^To:.*amina@example\.org/m.test(one));
  assert.ok(mail, "the confirmation mail was not written");
  assert.match(mail, /Auto-Submitted: auto-generated/);
  const link = readable(mail).match(/http:\/\/\S+\/subscribe\/confirm\/[\w-]+/)[0];
  await page.goto(link);
  await mustBeAccessible(page);
  await page.locator("main form button").click();
  await page.waitForLoadState();
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  await mustBeAccessible(page);
}

/** The text of a mail with its transfer encodings undone. */
function readable(mail) {
  const parts = mail.split(/\r\n--/).map((part) => {
    const [head, ...body] = part.split("\r\n\r\n");
    const text = body.join("\r\n\r\n");
    if (/encoding: base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
    return /encoding: quoted-printable/i.test(head) ? text.replace(/=\r\n/g, "").replace(/=3D/g, "=") : text;
  });
  return parts.join("\n");
}
