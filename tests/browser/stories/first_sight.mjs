// What a visitor meets first, in Arabic before all else.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";

export async function arabic_home_runs_right_to_left({ page, hub }) {
  const answer = await page.goto(hub.url("fes", "/ar/"));
  assert.equal(answer.status(), 200);
  assert.equal(await page.getAttribute("html", "lang"), "ar");
  assert.equal(await page.getAttribute("html", "dir"), "rtl");
  const direction = await page.evaluate(() => getComputedStyle(document.body).direction);
  assert.equal(direction, "rtl");
}

export async function french_home_runs_left_to_right({ page, hub }) {
  await page.goto(hub.url("fes", "/fr/"));
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "ltr");
}

export async function home_fits_a_telephone({ page, hub }) {
  await page.goto(hub.url("fes", "/ar/"));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the telephone`);
}

export async function home_has_no_accessibility_violation({ page, hub }) {
  for (const language of ["ar", "fr"]) {
    await page.goto(hub.url("fes", `/${language}/`));
    await mustBeAccessible(page);
    await page.goto(hub.url("", `/${language}/`));
    await mustBeAccessible(page);
  }
}

export async function nothing_is_loaded_from_elsewhere({ page, hub }) {
  const strangers = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "fes.localhost") strangers.push(request.url());
  });
  await page.goto(hub.url("fes", "/ar/"), { waitUntil: "networkidle" });
  assert.deepEqual(strangers, []);
}
