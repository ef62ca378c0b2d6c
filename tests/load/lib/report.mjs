// What a run says: a line for each test, tables, and a last line in the form of cargo's, by which
// tests/run counts.

const results = { passed: 0, failed: 0, ignored: 0 };
const reasons = [];

/** Notes what became of a test. */
export function judge(name, faults) {
  if (faults.length === 0) {
    results.passed += 1;
    console.log(`test ${name} ... ok`);
  } else {
    results.failed += 1;
    reasons.push([name, faults]);
    console.log(`test ${name} ... FAILED`);
    for (const fault of faults) console.log(`     ${fault}`);
  }
}

/** Notes a test that cannot be made on this machine. */
export function leaveOut(name, reason) {
  results.ignored += 1;
  console.log(`test ${name} ... ignored (${reason})`);
}

/** Says the result and sets the status of the process. */
export function conclude() {
  for (const [name, faults] of reasons) console.log(`\n---- ${name} ----\n${faults.join("\n")}`);
  const { passed, failed, ignored } = results;
  const verdict = failed > 0 ? "FAILED" : "ok";
  console.log(`\ntest result: ${verdict}. ${passed} passed; ${failed} failed; ${ignored} ignored`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** Rows under their heads: words to the start, numbers to the end. */
export function table(rows) {
  const heads = Object.keys(rows[0]);
  const widths = heads.map((head) => Math.max(head.length, ...rows.map((row) => String(row[head]).length)));
  const line = (cells, isNumber) =>
    cells.map((cell, index) => (isNumber(index) ? String(cell).padStart(widths[index]) : String(cell).padEnd(widths[index]))).join("  ").trimEnd();
  const numeric = (index) => typeof rows[0][heads[index]] === "number";
  console.log(line(heads, numeric));
  for (const row of rows) console.log(line(Object.values(row), numeric));
}

/** The expectations that do not hold, in words. */
export function unmet(expectations) {
  return expectations.filter(([holds]) => !holds).map(([, words]) => words);
}
