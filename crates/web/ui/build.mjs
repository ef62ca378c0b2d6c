// Bundles the editor of the office into one script. Usage: node build.mjs OUTPUT
import { build } from "esbuild";

await build({
  entryPoints: [new URL("src/editor.js", import.meta.url).pathname],
  outfile: process.argv[2],
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome109", "firefox115", "safari15.6"],
  legalComments: "eof",
});
