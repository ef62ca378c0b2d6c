// The rich editor: right to left, by keyboard, with what Word puts on the clipboard.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { signIn } from "../office.mjs";

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
<h1 style="color:#2F5496">ورشة الإعداد المشترك<o:p></o:p></h1>
<p class="MsoNormal" style="margin:0cm"><b>الزمان:</b> صباح الاثنين<o:p></o:p></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>  </span></span>المحور الأول</p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>  </span></span>المحور الثاني</p>
<table class="MsoTable"><tr><td style="border:1pt"><p>القاعة</p></td><td><p>1</p></td></tr></table>
<iframe src="https://video.example/7"></iframe><img src="file:///C:/Temp/image001.png"><script>window.ran = true</script></body></html>`;

/** The editor of the Arabic text of a new article. */
async function newArticle(page, hub) {
  await signIn(page, hub, "fes", "editor");
  await page.goto(hub.url("fes", "/office/articles/new"));
  const text = page.locator("#body_ar_label, label[for=body_ar]").locator("xpath=..").locator("[role=textbox]");
  await text.waitFor();
  return text;
}

export async function arabic_text_is_written_and_styled_by_keyboard({ page, hub }) {
  const text = await newArticle(page, hub);
  assert.equal(await text.evaluate((one) => getComputedStyle(one).direction), "rtl");
  await page.fill("[name=title_ar]", "نص منسق");
  await text.focus();
  await page.keyboard.type("بلاغ");
  // Back to the tools, along them with the arrows (right to left), and into the text again.
  await page.keyboard.press("Shift+Tab");
  const tool = () => page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  assert.equal(await tool(), "عنوان فرعي");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await tool(), "عنوان صغير");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  // The tool gives the text its place back with the next picture of the page.
  await page.waitForFunction(() => document.activeElement.getAttribute("role") === "textbox");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type("فقرة ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("مهمة");
  await mustBeAccessible(page);
  await page.locator(".editor-bar button").first().click();
  await page.waitForURL(/done=saved/);
  assert.match(await page.locator("textarea[name=body_ar]").inputValue(), /^<h2>بلاغ<\/h2><p>فقرة ?<strong> ?مهمة<\/strong><\/p>$/);
}

export async function paste_from_word_is_clean({ page, context, hub }) {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const text = await newArticle(page, hub);
  await text.focus();
  await text.evaluate((one, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    one.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, fromWord);
  const html = await page.locator("textarea[name=body_ar]").inputValue();
  assert.match(html, /<h2>ورشة الإعداد المشترك<\/h2>/);
  assert.match(html, /<ul>\s*<li><p>المحور الأول<\/p><\/li><li><p>المحور الثاني<\/p><\/li><\/ul>/, html);
  assert.match(html, /<strong>الزمان:<\/strong>/);
  assert.match(html, /href="https:\/\/video\.example\/7"/);
  assert.match(html, /<table/);
  for (const bad of ["Mso", "style=", "o:p", "<iframe", "file:", "·", "color", "script"]) assert.ok(!html.includes(bad), `${bad} in ${html}`);
  assert.equal(await page.evaluate(() => window.ran), undefined);
}
