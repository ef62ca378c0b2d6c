// One member walks the eleven steps of the cycle, from joining the network to the evaluation of its
// programme, at the pace of a real one: the clock is moved from each to the next. The staff works in
// Arabic on a telephone; after every step a reader without JavaScript opens the public page.
import assert from "node:assert/strict";
import { mustBeAccessible } from "../axe.mjs";
import { Installation } from "../installation.mjs";

const cycle = "2028-2029";
const room = `/office/programme/${cycle}`;

export async function member_walks_from_joining_to_evaluation({ page, browser }) {
  const hub = await Installation.open("whole-cycle", "2026-10-21");
  try {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    const reader = new Reader(await context.newPage(), hub);
    await join(hub, reader);
    const amina = await hub.desk(page, "numudaj", "amina@numudaj.example", "focal_point");
    await prepare(hub, amina, reader);
    await draft(hub, amina, reader);
    await consult(hub, amina, reader);
    await adopt(hub, amina, reader);
    await carryOut(hub, amina, reader);
    const admin = await hub.desk(await (await browser.newContext()).newPage(), "numudaj", "admin@numudaj.example", "admin");
    await evaluate(hub, amina, admin, reader);
  } finally {
    await hub.close();
  }
}
member_walks_from_joining_to_evaluation.seconds = 180;

/** What the public reads of the programme. */
class Reader {
  constructor(page, hub) {
    Object.assign(this, { page, hub });
  }

  async open(path) {
    return (await this.page.goto(this.hub.url("numudaj", path))).status();
  }

  /** The programme as the public finds it: the step it stands at, the steps behind it, the words of its page. */
  async programme() {
    assert.equal(await this.open(`/ar/programme/${cycle}`), 200);
    const steps = this.page.locator("ol.steps > li");
    assert.equal(await steps.count(), 11);
    const classes = await steps.evaluateAll((all) => all.map((one) => one.className));
    return {
      at: classes.indexOf("now") + 1,
      behind: classes.filter((name) => name === "done").length,
      text: await this.text(),
    };
  }

  /** What the page says, without the marks that keep words of other directions whole. */
  async text() {
    return (await this.page.locator("main").innerText()).replace(/[\u2066-\u2069]/g, "");
  }

  /** The programme stands at this step, all those before lie behind it, and its page says and does not say this. */
  async finds({ at, says = [], not = [] }) {
    const found = await this.programme();
    assert.equal(found.at, at, "the step of the programme");
    assert.equal(found.behind, at - 1, "the steps behind it");
    for (const words of says) assert.ok(found.text.includes(words), `“${words}” is not on the page:\n${found.text}`);
    for (const words of not) assert.ok(!found.text.includes(words), `“${words}” is on the page:\n${found.text}`);
  }
}

// 1. The member joins the network; its site stands and has no programme yet.
async function join(hub, reader) {
  const names = ["--name-ar", "جماعة النموذج", "--name-fr", "Commune modèle"];
  await hub.command("collectivity", "create", "numudaj", "--kind", "commune", ...names, "--cohort", "4", "--joined-on", "2026-10-21");
  await hub.goTo("2026-10-22");
  assert.equal(await reader.open("/ar/programme"), 200);
  assert.equal(await reader.page.locator("h1").innerText(), "لا يوجد برنامج منشور");
  assert.equal(await reader.open(`/ar/programme/${cycle}`), 404);
}

// 2 to 6. The programme is opened; meetings, axes, the workshop, the ideas, the committee.
async function prepare(hub, amina, reader) {
  await amina.fill("/office/programme/new", { cycle, starts_on: "2028-01-01", ends_on: "2029-12-31", report_every_months: "6" });
  await amina.fill(`${room}/steps/1`, { started_on: "2026-10-21", finished_on: "2026-10-21" });
  await reader.finds({ at: 1, says: ["في طور الإعداد"], not: ["%"] });
  await amina.fill(`${room}/steps/4`, { planned_on: "2027-03-01" });

  await hub.goTo("2026-12-08");
  await amina.fill(`${room}/steps/2`, { started_on: "2026-12-08", finished_on: "2026-12-08" });
  await reader.finds({ at: 2, says: ["مبرمجة في 1 مارس 2027"] });
  assert.match(await amina.refused(`${room}/steps/3`, { started_on: "2027-02-15" }), /هذا التاريخ لم يحن بعد/);

  await hub.goTo("2027-02-15");
  for (const [number, title] of ["الشفافية والولوج إلى المعلومة", "المشاركة المواطنة"].entries()) {
    await amina.fill(`${room}/tree/axes/new`, { titles_ar: title, number: String(number + 1) });
  }
  await amina.fill(`${room}/steps/3`, { started_on: "2027-02-10", finished_on: "2027-02-15" });
  // The axes belong to the draft, which nobody has published.
  await reader.finds({ at: 3, not: ["المشاركة المواطنة"] });

  // The workshop comes a month late, and the page says so and why.
  await hub.goTo("2027-04-06");
  const late = { started_on: "2027-04-06", finished_on: "2027-04-06", notes_ar: "أجلت الورشة بسبب شهر رمضان" };
  await amina.fill(`${room}/steps/4`, late);
  await reader.finds({ at: 4, says: ["أجلت الورشة بسبب شهر رمضان", "1 مارس 2027"] });

  await hub.goTo("2027-06-18");
  await amina.fill(`${room}/steps/5`, { started_on: "2027-06-12", finished_on: "2027-06-18" });
  await reader.finds({ at: 5 });

  await hub.goTo("2027-06-28");
  for (const [name, body, gender] of [["سعاد المنصوري", "civil_society", "woman"], ["يوسف العلوي", "council", "man"]]) {
    await amina.fill(`${room}/committee/new`, { name, body, gender, is_named: "yes" });
  }
  await amina.fill(`${room}/steps/6`, { started_on: "2027-06-28", finished_on: "2027-06-28" });
  await reader.finds({ at: 6, says: ["سعاد المنصوري", "يوسف العلوي"] });
}

// 7. The draft is written, refused while it is empty, and published.
async function draft(hub, amina, reader) {
  await hub.goTo("2027-07-05");
  await amina.open(room);
  assert.match(await amina.page.locator(".next-step").innerText(), /مسودة/);
  await amina.open(`${room}/tree`);
  const axes = amina.page.locator("main section.panel");
  const forms = await axes.locator("a[href*='/commitments/new']").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  assert.equal(forms.length, 2);
  const texts = { problems_ar: "لا تنشر وثائق الميزانية", actions_ar: "نشر الوثائق في موقع الجماعة", expected_results_ar: "ميزانية يقرؤها الجميع" };
  await amina.fill(forms[0], { titles_ar: "نشر ميزانية المواطن", ...texts });
  await amina.fill(forms[1], { titles_ar: "إحداث مكتب المواطن" });
  for (const [commitment, title, due] of [
    [0, "إعداد دليل النشر", "2028-04-30"],
    [0, "نشر ميزانية 2029", "2029-01-31"],
    [1, "تجهيز المكتب", "2028-05-31"],
  ]) {
    await amina.open(`${room}/tree`);
    const form = await amina.page.locator("main a[href*='/milestones/new']").nth(commitment).getAttribute("href");
    await amina.fill(form, { titles_ar: title, due_on: due });
  }
  const past = await amina.page.locator("main a[href*='/milestones/new']").first().getAttribute("href");
  assert.match(await amina.refused(past, { titles_ar: "بعد النهاية", due_on: "2030-02-01" }), /ينتهي البرنامج في .*31 دجنبر 2029/);
  await reader.finds({ at: 6, not: ["نشر ميزانية المواطن"] });
  assert.match(await amina.refused(`${room}/next/publish_draft`, { on: "2027-08-01" }), /هذا التاريخ لم يحن بعد/);
  await amina.fill(`${room}/next/publish_draft`, { on: "2027-07-05" });
  await reader.finds({ at: 7, says: ["نشر ميزانية المواطن", "إحداث مكتب المواطن", "لا توجد معطيات"], not: ["0%", "٪"] });
}

// 8. The public consultation on the draft; the committee validates what came of it.
async function consult(hub, amina, reader) {
  await hub.goTo("2027-09-14");
  await amina.fill(`${room}/steps/8`, { started_on: "2027-07-12" });
  await reader.finds({ at: 8 });
  await amina.open(`${room}/tree`);
  await amina.page.locator("main h3 a", { hasText: "إحداث مكتب المواطن" }).click();
  await fillTitle(amina.page, "إحداث مكتب المواطن بالمقر والملحقات");
  await amina.fill(`${room}/next/validate_draft`, { on: "2027-09-14" });
  await reader.finds({ at: 8, says: ["إحداث مكتب المواطن بالمقر والملحقات"] });
}

async function fillTitle(page, title) {
  await page.locator("[name=titles_ar]").fill(title);
  await page.locator("main form button").first().click();
  await page.waitForURL((url) => url.searchParams.has("done"));
}

// 9. The council turns it down, the committee validates it once more, an extraordinary session adopts it.
async function adopt(hub, amina, reader) {
  await hub.goTo("2027-10-06");
  await amina.open(room);
  assert.equal(await amina.page.locator(`.next-step a[href*="/sessions/new"]`).count(), 1, "a session is the next step");
  const session = { programme: cycle, agendas_ar: "الدراسة والتصويت على برنامج الانفتاح" };
  await amina.fill("/office/sessions/new", { ...session, kind: "ordinary", starts_on: "2027-10-05", outcome: "postponed" });
  await reader.finds({ at: 8, says: ["5 أكتوبر 2027"] });
  await amina.open(`${room}/next/begin_implementation`);
  assert.match(await amina.complaint(), /لا يبدأ التنفيذ قبل مصادقة المجلس/);
  await amina.fill(`${room}/next/validate_draft`, { on: "2027-10-06" });

  await hub.goTo("2027-11-13");
  const vote = { votes_in_favour: "21", votes_against: "2", votes_abstained: "1", decision_number: "47/2027" };
  await amina.fill("/office/sessions/new", { ...session, ...vote, kind: "extraordinary", starts_on: "2027-11-12", outcome: "adopted" });
  await amina.open(`${room}/next/adopt`);
  await mustBeAccessible(amina.page);
  await amina.fill(`${room}/next/adopt`);
  await reader.finds({ at: 9, says: ["47/2027", "12 نونبر 2027", "21"], not: ["%"] });
  assert.equal(await reader.open(`/ar/programme/${cycle}/changes`), 200);
  assert.match(await reader.text(), /بالمقر والملحقات/, "the draft beside what was adopted");
}

// 10. Two years of work: a reminder, reports of two periods, a wrong one corrected by the next, a past day.
async function carryOut(hub, amina, reader) {
  await hub.goTo("2028-01-03");
  await amina.fill(`${room}/next/begin_implementation`, { on: "2028-01-03" });
  await reader.finds({ at: 10, says: ["لا توجد معطيات"], not: ["%"] });

  await hub.goTo("2028-07-05");
  await hub.mail(amina.email, `/office/reports/${cycle}`);
  await report(amina, [
    ["إعداد دليل النشر", { state: "complete", text: "صدر الدليل ونشر" }],
    ["تجهيز المكتب", { state: "limited", text: "تأخر التجهيز", obstacle: "funding" }],
  ]);
  // Half of what was reported on is done; one milestone of three has no data.
  await reader.finds({ at: 10, says: ["50%", "الأنشطة المكتملة: 1 من 2", "الأنشطة المبلغ عنها: 2 من 3"] });
  assert.equal(await reader.open(`/ar/programme/${cycle}/commitments/2`), 200);
  const office = await reader.text();
  for (const words of ["تأخر التجهيز", "متأخر"]) assert.ok(office.includes(words), `${words}:\n${office}`);

  await hub.goTo("2029-07-04");
  await report(amina, [
    ["نشر ميزانية 2029", { state: "complete", text: "نشرت الميزانية" }],
    ["تجهيز المكتب", { state: "complete", text: "فتح المكتب أبوابه" }],
  ]);
  await reader.finds({ at: 10, says: ["100%", "الأنشطة المبلغ عنها: 3 من 3"] });
  assert.equal(await reader.open(`/ar/programme/${cycle}/commitments/2?on=2028-12-31`), 200);
  const then = await reader.text();
  assert.ok(then.includes("تأخر التجهيز") && !then.includes("فتح المكتب أبوابه"), then);
}

/** Reports on these milestones on the sheet, by keyboard, and hands all of them in at once. */
async function report(desk, lines) {
  await desk.open(`/office/reports/${cycle}`);
  const { page } = desk;
  for (const [title, { state, text, obstacle }] of lines) {
    const line = page.locator(".sheet-line", { hasText: title });
    if (!(await line.evaluate((one) => one.open))) {
      await line.locator("summary").first().focus();
      await page.keyboard.press("Enter");
    }
    const id = await line.getAttribute("data-milestone");
    await page.locator(`[id="${id}-state_${state}"]`).focus();
    await page.keyboard.press("Space");
    if (obstacle) await page.locator(`[id="${id}-obstacle"]`).selectOption(obstacle);
    await page.locator(`[id="${id}-texts_ar"]`).focus();
    await page.keyboard.type(text);
  }
  await page.locator(".editor-bar button").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.has("done")).catch(async (error) => {
    throw new Error(`the sheet said: ${await desk.complaint()}`, { cause: error });
  });
}

// 11. Somebody else judges beside what the member declared; the cycle closes and stays readable.
async function evaluate(hub, amina, admin, reader) {
  await hub.goTo("2029-12-20");
  await amina.fill(`${room}/next/begin_evaluation`, { on: "2029-12-20" });
  await reader.finds({ at: 11, says: ["100%"] });
  const judged = { evaluator: "جمعية المواطنة", evaluator_kind: "civil_society", completion: "substantial", assessed_on: "2029-12-20" };
  await admin.fill(`${room}/commitments/1/assessments/new`, { ...judged, texts_ar: "الوثائق منشورة ولا تزال بصيغة يصعب استعمالها" });
  assert.equal(await reader.open(`/ar/programme/${cycle}/commitments/1`), 200);
  const page = await reader.text();
  for (const words of ["جمعية المواطنة", "إنجاز مهم", "100%"]) assert.ok(page.includes(words), `${words}:\n${page}`);

  await hub.goTo("2030-02-20");
  await amina.fill(`${room}/next/close`, { on: "2030-02-20" });
  const closed = await reader.programme();
  assert.match(closed.text, /منته/);
  assert.match(closed.text, /100%/);
  assert.equal(closed.at, 11);
  await amina.page.goto(hub.url("numudaj", `/ar/programme/${cycle}`));
  await mustBeAccessible(amina.page);
  await amina.open(`${room}/next/publish_draft`);
  assert.ok(!amina.page.url().includes("/next/"), "nothing is left to do");
  // The next cycle begins beside it.
  await amina.fill("/office/programme/new", { cycle: "2030-2031", report_every_months: "6" });
  assert.equal(await reader.open(`/ar/programme/${cycle}`), 200);
  assert.equal(await reader.open("/ar/programme/2030-2031"), 200);
}
