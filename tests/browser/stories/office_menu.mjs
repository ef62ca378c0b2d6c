// The menu of the office on a telephone and on a screen, and a news item from signing in to its readers
// with Tab and Enter alone.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { signIn } from "../office.mjs";

/** Presses Tab until what has the focus matches. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const found = await page.locator(":focus").evaluateAll((all, wanted) => all.some((one) => one.matches(wanted)), selector);
    if (found) return;
  }
  assert.fail(`${selector} is not reached by Tab on ${page.url()}`);
}

export async function menu_on_a_telephone_is_closed_until_it_is_asked_for({ page, hub }) {
  await signIn(page, hub, "fes", "admin");
  await page.goto(hub.url("fes", "/office/articles"));
  const link = page.locator(".office-nav a[href='/office/settings']");
  assert.equal(await link.isVisible(), false);
  const heading = await page.locator("h1").boundingBox();
  assert.ok(heading.y < 844 / 3, `the page begins at ${heading.y} px`);
  const summary = page.locator(".office-nav summary");
  assert.match(await summary.innerText(), /الأخبار/);
  await tabTo(page, ".office-nav summary");
  await page.keyboard.press("Enter");
  assert.equal(await link.isVisible(), true);
  await mustBeAccessible(page);
  assert.equal(await page.locator(".office-nav [aria-current=page]").getAttribute("href"), "/office/articles");
  await tabTo(page, ".office-nav a[href='/office/settings']");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/office\/settings$/);
  assert.equal(await link.isVisible(), false, "on the next page it is closed again");
}

export async function menu_on_a_screen_is_open_in_groups({ page, hub }) {
  await page.setViewportSize({ width: 1280, height: 800 });
  await signIn(page, hub, "fes", "admin");
  await page.goto(hub.url("fes", "/office/articles"));
  assert.equal(await page.locator(".office-nav summary").isVisible(), false);
  assert.equal(await page.locator(".office-nav a[href='/office/settings']").isVisible(), true);
  const lists = page.locator(".office-nav ul[aria-labelledby]");
  assert.equal(await lists.count(), 3);
  for (const id of await lists.evaluateAll((all) => all.map((one) => one.getAttribute("aria-labelledby"))))
    assert.ok((await page.locator(`#${id}`).innerText()).length > 0);
  await mustBeAccessible(page);
}

export async function news_goes_to_its_readers_with_tab_and_enter_alone({ browser, hub }) {
  const one = (await hub.signIns()).find((signIn) => signIn.role === "editor" && signIn.url.startsWith(hub.url("fes", "/office")));
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(hub.url("fes", "/office"));
  const type = (text) => page.keyboard.type(text);
  const enter = () => page.keyboard.press("Enter");
  await tabTo(page, "[name=email]");
  await type(one.email);
  await tabTo(page, "[name=password]");
  await type(one.password);
  await enter();
  await page.waitForURL(/\/office\/home$/);
  // The first Tab leads past the menu.
  await page.keyboard.press("Tab");
  assert.equal(await page.locator(":focus").getAttribute("href"), "#main");
  await tabTo(page, ".office-nav a[href='/office/articles']");
  await enter();
  await page.waitForURL(/\/office\/articles$/);
  await page.keyboard.press("Tab");
  await enter();
  await tabTo(page, "main a[href='/office/articles/new']");
  await enter();
  await page.waitForURL(/\/new$/);
  const title = "فتح باب التسجيل بلوحة المفاتيح";
  await tabTo(page, "[name=title_ar]");
  await type(title);
  await tabTo(page, "[name=body_ar]");
  await type("نص الخبر في فقرة واحدة.");
  await tabTo(page, "button[value=publish]");
  await enter();
  await page.waitForURL(/done=published/);
  await page.goto(hub.url("fes", "/ar/news"));
  await tabTo(page, "main .card a");
  assert.equal(await page.locator(":focus").innerText(), title);
  await context.close();
}
