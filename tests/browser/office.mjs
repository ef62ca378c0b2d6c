// Signing in as one of the demonstration's people.
import assert from "node:assert/strict";

/** Signs in by the form and ends in the office. */
export async function signIn(page, hub, slug, role) {
  const start = hub.url(slug, "/office");
  const one = (await hub.signIns()).find((signIn) => signIn.role === role && signIn.url.startsWith(start));
  assert.ok(one, `no demonstration sign-in of the role ${role} at ${start}`);
  await page.goto(start);
  await page.fill("input[name=email]", one.email);
  await page.fill("input[name=password]", one.password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}
