// Two people who have never seen the office: each takes an invitation and works with what the pages
// say, in Arabic, on a telephone. After every step a reader without JavaScript opens the public page.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { Installation } from "../installation.mjs";
import { photograph } from "../photograph.mjs";

const admin = "salma@numudaj.example";
const writer = "amina@numudaj.example";
const moderator = "driss@numudaj.example";

export async function people_find_their_way_from_the_invitation_to_the_audit({ page, browser }) {
  const hub = await Installation.open("first-weeks", "2026-11-02");
  const telephone = async (options) => (await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "ar-MA", ...options })).newPage();
  try {
    await hub.command("collectivity", "create", "numudaj", "--kind", "commune", "--name-ar", "جماعة النموذج", "--name-fr", "Commune modèle");
    const reader = new Reader(await telephone({ javaScriptEnabled: false }), hub);
    const salma = await hub.desk(page, "numudaj", admin, "admin");
    await salma.turnSecondStepOn();
    await mustBeAccessible(page);

    const amina = await invited(hub, salma, await telephone(), writer, "أمينة", "focal_point");
    await news(hub, salma, amina, reader);
    await workshop(hub, amina, reader);
    await budget(hub, salma, reader);
    const driss = await invited(hub, salma, await telephone(), moderator, "إدريس", "moderator");
    assert.equal((await driss.page.goto(hub.url("numudaj", "/office/people"))).status(), 403, "a moderator invites nobody");
    await audit(salma);
  } finally {
    await hub.close();
  }
}
people_find_their_way_from_the_invitation_to_the_audit.seconds = 150;

/** What the public finds. */
class Reader {
  constructor(page, hub) {
    Object.assign(this, { page, hub });
  }

  async open(path) {
    return (await this.page.goto(this.hub.url("numudaj", path))).status();
  }

  async text() {
    return (await this.page.locator("main").innerText()).replace(/[\u2066-\u2069]/g, "");
  }

  async says(...words) {
    const text = await this.text();
    for (const one of words) assert.ok(text.includes(one), `“${one}” is not on the page:\n${text}`);
  }
}

/** An admin invites somebody by the form; they take the invitation from their mailbox. */
async function invited(hub, salma, page, email, displayName, role) {
  await salma.fill("/office/people/new", { email, displayName, role, locale: "ar" });
  const link = (await hub.mail(email, "/office/invitation/")).match(/http\S+\/office\/invitation\/\S+/)[0];
  return hub.take(page, "numudaj", email, link);
}

// A focal point writes, with a picture taken on the telephone, and hands in; the admin looks at it as
// readers will see it and names the hour; nobody is at a desk when it becomes public.
async function news(hub, salma, amina, reader) {
  const { page } = amina;
  await amina.open("/office/articles/new");
  await page.fill("[name=title_ar]", "افتتاح المكتبة البلدية");
  await page.fill("[name=summary_ar]", "تفتح المكتبة أبوابها كل يوم.");
  const text = page.locator("label[for=body_ar]").locator("xpath=..");
  await text.locator("[role=textbox]").focus();
  await page.keyboard.type("فتحت المكتبة أبوابها في وجه الساكنة.");
  await text.getByRole("button", { name: "صورة", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles(await photograph(page, "باب المكتبة.jpg", 1200, 800));
  await dialog.getByText("وصلت الصورة.").waitFor();
  await dialog.locator("textarea").fill("باب المكتبة البلدية");
  await dialog.getByRole("button", { name: "استعمال هذه الصورة" }).click();
  await text.locator("[role=textbox] img").waitFor();
  await page.getByRole("button", { name: "حفظ", exact: false }).first().click();
  await page.waitForURL(/done=saved/);
  const desk = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "إحالة على المراجعة" }).click();
  await page.waitForURL(/done=/);
  assert.equal(await reader.open("/ar/news"), 200);
  assert.ok(!(await reader.text()).includes("افتتاح المكتبة"), "a draft is nobody's to read");

  await salma.open(`${desk}/preview`);
  await salma.page.getByText("فتحت المكتبة أبوابها في وجه الساكنة.").waitFor();
  assert.ok(await salma.page.locator(".prose img").evaluate(async (one) => { one.scrollIntoView(); await one.decode(); return one.naturalWidth; }) > 0);
  await salma.open(desk);
  await salma.page.getByText("النشر في موعد لاحق").click();
  await salma.page.fill("[name=publish_at]", "2026-11-02T08:00");
  await salma.page.getByRole("button", { name: "برمجة النشر" }).click();
  await salma.page.locator("#publish_at_error").waitFor();
  await salma.page.fill("[name=publish_at]", "2026-11-04T08:00");
  await salma.page.getByRole("button", { name: "برمجة النشر" }).click();
  await salma.page.waitForURL(/done=/);
  await reader.open("/ar/news");
  assert.ok(!(await reader.text()).includes("افتتاح المكتبة"), "not before its time");

  await hub.goTo("2026-11-04");
  await hub.until("the article is public", async () => (await reader.open("/ar/news")) === 200 && (await reader.text()).includes("افتتاح المكتبة البلدية"));
  await reader.page.getByRole("link", { name: "افتتاح المكتبة البلدية" }).click();
  await reader.says("تفتح المكتبة أبوابها كل يوم.", "فتحت المكتبة أبوابها", "4 نونبر 2026");
  const image = reader.page.locator(".prose img");
  assert.equal(await image.getAttribute("alt"), "باب المكتبة البلدية");
  for (const source of [await image.getAttribute("src"), (await image.getAttribute("srcset")).split(" ")[0]]) assert.equal((await hub.taken("numudaj", source)).status, 200, source);
}

// A workshop is announced, is held, and has its minutes and numbers.
async function workshop(hub, amina, reader) {
  const said = { titles_ar: "ورشة الأحياء", kind: "workshop", day: "2026-11-10", starts_at: "10:00", ends_at: "12:00", places_ar: "قاعة البلدية" };
  await amina.fill("/office/events/new", said);
  const desk = new URL(amina.page.url()).pathname;
  const room = desk.replace("/office/", "/ar/");
  assert.equal(await reader.open(room), 404);
  await amina.page.locator("button[value=publish]").first().click();
  await amina.page.waitForURL(/done=event-published/);
  assert.equal(await reader.open(room), 200);
  await reader.says("ورشة الأحياء", "قاعة البلدية", "10 نونبر 2026");

  await hub.goTo("2026-11-11");
  await amina.open(desk);
  const record = amina.page.locator(`form[action="${desk}/record"]`);
  await record.locator("[name=minutes_ar]").fill("اتفق الحاضرون على ثلاثة أولويات.");
  await record.locator("[name=hall_total]").evaluate((one) => { for (let at = one.closest("details"); at; at = at.parentElement.closest("details")) at.open = true; });
  await record.locator("[name=hall_total]").fill("32");
  await record.locator("[name=hall_women]").fill("14");
  await record.locator("button").first().click();
  await amina.page.waitForURL(/done=/);
  await mustBeAccessible(amina.page);
  assert.equal(await reader.open(room), 200);
  await reader.says("اتفق الحاضرون على ثلاثة أولويات.", "32", "14");
}

// The budget, as a file that everyone can take.
async function budget(hub, salma, reader) {
  await salma.open("/office/documents/new");
  const { page } = salma;
  await page.fill("[name=titles_ar]", "ميزانية 2026");
  await page.selectOption("[name=item]", "budget");
  await page.fill("[name=dated_on]", "2026-10-30");
  await page.setInputFiles("[name=file]", { name: "ميزانية.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n% the budget of a model commune\n%%EOF\n") });
  await page.locator("main form button").first().click();
  await page.waitForURL((url) => url.searchParams.has("done"));
  const desk = new URL(page.url()).pathname;
  await reader.open("/ar/documents");
  assert.ok(!(await reader.text()).includes("ميزانية 2026"), "not before it is published");
  await page.locator(`form[action^="${desk}/"]`).filter({ hasNot: page.locator("[type=file]") }).locator("button").first().click();
  await page.waitForURL((url) => url.searchParams.get("done")?.includes("publish"));
  await reader.open("/ar/documents");
  await reader.page.getByRole("link", { name: "ميزانية 2026" }).first().click();
  const file = await reader.page.locator('main a[href*="/media/"]').first().getAttribute("href");
  const answer = await hub.taken("numudaj", new URL(file, reader.page.url()).pathname);
  assert.equal(answer.headers["content-type"], "application/pdf");
  assert.match(answer.text, /the budget of a model commune/);
}

// Who did what, in sentences; and the seals hold.
async function audit(salma) {
  const { page } = salma;
  await salma.open("/office/audit");
  let text = "";
  for (;;) {
    text += await page.locator("ol.audit").innerText();
    const older = page.locator("nav.paging a[rel=next]");
    if (!(await older.count())) break;
    await Promise.all([page.waitForNavigation(), older.click()]);
  }
  text = text.replace(/[\u2066-\u2069]/g, "");
  for (const sentence of ["فعل salma التحقق بخطوتين", "عرض أمينة خبرا على المراجعة", "نشر النظام خبرا", "رفع أمينة ملفا", "حدد salma موعد نشر خبر", "نشر أمينة موعدا", "كتب أمينة محضر موعد وعدد الحاضرين", "نشر salma وثيقة", "افتتاح المكتبة البلدية", "إدريس"]) {
    assert.ok(text.includes(sentence), `“${sentence}” is not in the audit:\n${text}`);
  }
  await salma.open("/office/audit");
  await page.locator(".audit-chain a").click();
  await page.locator(".audit-chain .notice.ok").waitFor();
  await mustBeAccessible(page);
}
