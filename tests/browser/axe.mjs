// What an accessibility checker has to say about the page as it stands.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with every violation on the page. */
export async function mustBeAccessible(page) {
  // Evaluated, not added as a script, so that the page's own security policy stays in force.
  await page.evaluate(source);
  const found = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }).then((r) => r.violations),
    rules,
  );
  if (found.length === 0) return;
  const lines = found.map(({ id, impact, help, nodes }) => {
    const places = nodes.slice(0, 5).map((node) => `    ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`);
    return `  ${id} (${impact}): ${help}\n${places.join("\n")}`;
  });
  throw new Error(`${page.url()} has ${found.length} kinds of violation:\n${lines.join("\n")}`);
}
