// Every kind of page, in Arabic and in French, on a telephone and on a desk: no violation that
// axe-core knows, nothing wider than the window.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { signIn } from "../office.mjs";

const memberPages = [
  "/", "/news", "/news?category=workshop", "/programme", "/events", "/events?year=2025", "/documents", "/documents?item=budget", "/about", "/privacy", "/subscribe", "/nothing-here",
];
const networkPages = ["/", "/members", "/members?kind=province", "/progress", "/events", "/events?year=2025&region=02", "/news", "/about", "/privacy", "/subscribe", "/gone"];

async function judge(page, address) {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${address} is ${wide} px wider than ${width}`);
  }
  await mustBeAccessible(page);
}

export async function pages_of_a_member_are_accessible({ page, hub }) {
  for (const language of ["ar", "fr"]) {
    for (const path of memberPages) await judge(page, hub.url("fes", `/${language}${path}`));
    await page.goto(hub.url("fes", `/${language}/news`));
    const article = await page.getAttribute("main .card a", "href");
    await judge(page, new URL(article, page.url()).href);
  }
}

export async function programme_pages_are_accessible({ page, hub }) {
  for (const language of ["ar", "fr"]) {
    await judge(page, hub.url("region-oriental", `/${language}/programme/2024-2025`));
    await judge(page, hub.url("region-oriental", `/${language}/programme/2024-2025/summary`));
    await judge(page, hub.url("fes", `/${language}/programme/2024-2025/summary?on=2025-03-01`));
    await judge(page, hub.url("region-oriental", `/${language}/programme/2024-2025/commitments/1`));
    await judge(page, hub.url("region-oriental", `/${language}/programme/2024-2025/commitments/1?on=2025-03-01`));
    await judge(page, hub.url("region-oriental", `/${language}/programme/2024-2025/commitments/1?on=2099-01-01`));
    await judge(page, hub.url("fes", `/${language}/programme?on=2025-03-01`));
    await judge(page, hub.url("el-marsa", `/${language}/programme/2026-2027/commitments/13`));
    await judge(page, hub.url("el-marsa", `/${language}/programme/2026-2027/changes`));
    await judge(page, hub.url("tetouan", `/${language}/programme`));
    await page.goto(hub.url("fes", `/${language}/events?year=2023`));
    const event = await page.getAttribute("main .milestone h3 a", "href");
    await judge(page, new URL(event, page.url()).href);
  }
}

export async function pages_of_the_network_are_accessible({ page, hub }) {
  for (const language of ["ar", "fr"]) {
    for (const path of networkPages) await judge(page, hub.url("", `/${language}${path}`));
  }
}

export async function office_is_accessible({ page, hub }) {
  await judge(page, hub.url("fes", "/office/sign-in"));
  await signIn(page, hub, "fes", "editor");
  for (const path of ["/office/articles", "/office/articles/new", "/office/pages", "/office/pages/new", "/office/outbox", "/office/media", "/office/media?kind=picture&unused=yes", "/office/documents", "/office/documents/new"]) await judge(page, hub.url("fes", path));
  await page.goto(hub.url("fes", "/office/pages/new"));
  await page.fill("[name=title_ar]", "الخدمات");
  await page.locator(".rich [role=textbox], textarea.body").first().fill("نص الصفحة");
  await page.locator(".editor-bar button[value=publish]").click();
  await page.waitForURL(/done=page-published/);
  await judge(page, hub.url("fes", "/office/pages"));
  for (const language of ["ar", "fr"]) await judge(page, hub.url("fes", `/${language}/pages/الخدمات`));
  await page.goto(hub.url("fes", "/office/articles"));
  const editor = await page.getAttribute("main table a, main .data a, main li a", "href");
  const address = new URL(editor, page.url());
  await judge(page, address.href);
  for (const language of ["ar", "fr"]) await judge(page, `${address.origin}${address.pathname}/preview?locale=${language}`);
  await judge(page, `${address.origin}${address.pathname}/history`);
  await page.goto(address.href);
  await page.fill("[name=summary_ar]", "ملخص آخر");
  await page.locator(".editor-bar button").first().click();
  await page.waitForURL(/done=saved/);
  await page.goto(`${address.origin}${address.pathname}/history`);
  await judge(page, new URL(await page.getAttribute("main ol a", "href"), page.url()).href);
}

export async function office_of_the_programme_is_accessible({ page, hub }) {
  await signIn(page, hub, "fes", "focal_point");
  const programme = "/office/programme/2024-2025";
  const rooms = [
    "/office/home", "/office/programme", "/office/programme/new", programme, `${programme}/settings`, `${programme}/steps/4`,
    `${programme}/tree`, `${programme}/import`, `${programme}/tree/axes/new`, `${programme}/tree/commitments/new`, `${programme}/committee`, `${programme}/committee/new`, "/office/sessions", "/office/sessions/new",
    "/office/events", "/office/events?shown=past", "/office/events/new",
    "/office/reports/2024-2025", "/office/reports/queue", "/office/reports/mine",
  ];
  for (const path of rooms) await judge(page, hub.url("fes", path));
  await page.goto(hub.url("fes", "/office/events?shown=past"));
  await judge(page, new URL(await page.getAttribute("main .office-list a", "href"), page.url()).href);
}

export async function office_of_accounts_is_accessible({ page, hub }) {
  for (const path of ["/office/forgot", "/office/reset/nothing"]) await judge(page, hub.url("fes", path));
  await signIn(page, hub, "fes", "admin");
  for (const path of ["/office/people", "/office/people/new", "/office/account", "/office/account/details", "/office/account/password", "/office/account/second-factor", "/office/account/passkeys/new"])
    await judge(page, hub.url("fes", path));
  await page.goto(hub.url("fes", "/office/people"));
  await judge(page, new URL(await page.getAttribute("main .office-list h2 a", "href"), page.url()).href);
}

export async function dashboard_is_accessible({ page, hub }) {
  await signIn(page, hub, "", "coordinator");
  for (const path of ["/office/dashboard", "/office/home"]) await judge(page, hub.url("", path));
}

export async function rooms_of_trust_are_accessible({ page, hub }) {
  await signIn(page, hub, "fes", "admin");
  const rooms = ["/office/audit", "/office/audit?check=1", "/office/audit?from=x", "/office/settings", "/office/settings/domain", "/office/personal-data", "/office/home", "/office/deliveries"];
  for (const path of rooms) await judge(page, hub.url("fes", path));
}
