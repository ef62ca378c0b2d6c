// A programme on one sheet of paper: printed as a browser prints it, and read as a camera reads it.
import assert from "node:assert/strict";
import { constants, inflateSync } from "node:zlib";
import jsQR from "jsqr";

const programme = "/programme/2024-2025";

/** The pages of a PDF: its page objects, in the clear or within compressed object streams. */
function pagesOf(pdf) {
  const parts = [pdf.toString("latin1")];
  for (const match of parts[0].matchAll(/stream\r?\n/g)) {
    try {
      const start = match.index + match[0].length;
      parts.push(inflateSync(pdf.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1"));
    } catch {
      // Not compressed, or a font.
    }
  }
  return parts.join("\n").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** What a camera reads from the picture of an element. */
async function read(page, selector) {
  const picture = (await page.locator(selector).screenshot()).toString("base64");
  const { data, width, height } = await page.evaluate(async (encoded) => {
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return { data: [...canvas.getImageData(0, 0, image.width, image.height).data], width: image.width, height: image.height };
  }, picture);
  return jsQR(Uint8ClampedArray.from(data), width, height)?.data;
}

export async function summary_of_a_programme_is_one_sheet({ page, hub }) {
  for (const language of ["ar", "fr"]) {
    await page.goto(hub.url("region-oriental", `/${language}${programme}`));
    await page.locator(`a[href="/${language}${programme}/summary"]`).click();
    await page.waitForURL(`**${programme}/summary`);
    assert.equal(await page.locator(".paper-axis").count(), 4);
    assert.equal(await page.locator(".paper-lines > li").count(), 17);
    assert.equal(pagesOf(await page.pdf({ preferCSSPageSize: true })), 1, `${language}: one sheet`);
    await page.emulateMedia({ media: "print" });
    assert.ok(!(await page.locator(".site-header").isVisible()) && !(await page.locator(".site-footer").isVisible()));
    assert.ok(await page.locator(".qr").isVisible());
    await page.emulateMedia({ media: null });
  }
}

export async function pages_of_a_long_print_are_counted({ page, hub }) {
  await page.goto(hub.url("region-oriental", `/fr${programme}`));
  assert.ok(pagesOf(await page.pdf({ format: "A4" })) > 1, "the count can tell one from several");
}

export async function code_leads_to_the_programme({ page, hub }) {
  for (const [language, scheme] of [["ar", "light"], ["fr", "dark"], ["en", "light"]]) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(hub.url("region-oriental", `/${language}${programme}/summary`));
    const address = hub.url("region-oriental", `/${language}${programme}`);
    assert.equal(await read(page, ".qr"), address);
    assert.equal(await page.locator(".paper-address").innerText(), address);
    assert.ok((await page.locator(".qr").getAttribute("aria-label")).includes(address));
  }
}
