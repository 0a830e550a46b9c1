/**
 * Checks the built site against its budgets: what a first visit loads (the entry, what it imports
 * statically, the early script), gzipped, and the three faces. Exits 1 and says what is over.
 */
import { readFileSync, readdirSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const limits = { js: 40_000, css: 20_000, fonts: 120_000 };

/** @typedef {{ file: string, isEntry?: boolean, imports?: string[], css?: string[] }} Chunk */

/** @type {Record<string, Chunk>} */
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

/** @param {string} name */
const gzipped = (name) => gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length;

/** @returns {{ js: Set<string>, css: Set<string> }} */
function firstLoad() {
  const js = new Set(readdirSync(new URL("assets/", dist)).filter((name) => /^early\..*js$/.test(name)).map((name) => `assets/${name}`));
  const css = new Set();
  /** @param {Chunk} chunk */
  const walk = (chunk) => {
    if (js.has(chunk.file)) return;
    js.add(chunk.file);
    for (const sheet of chunk.css ?? []) css.add(sheet);
    for (const key of chunk.imports ?? []) walk(manifest[key]);
  };
  // The commonest way in is the question bank: its page counts as first load too.
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry || key.endsWith("questions/pages/Bank.jsx")) walk(chunk);
  }
  return { js, css };
}

const { js, css } = firstLoad();
const fonts = readdirSync(new URL("assets/", dist)).filter((name) => name.endsWith(".woff2"));
const sizes = {
  js: [...js].reduce((sum, name) => sum + gzipped(name), 0),
  css: [...css].reduce((sum, name) => sum + gzipped(name), 0),
  fonts: fonts.reduce((sum, name) => sum + statSync(new URL(`assets/${name}`, dist)).size, 0),
};

let over = false;
for (const kind of /** @type {const} */ (["js", "css", "fonts"])) {
  const excess = sizes[kind] > limits[kind];
  over ||= excess;
  console.log(`${kind.padEnd(6)}${String(sizes[kind]).padStart(7)} of ${limits[kind]} bytes${excess ? "  OVER" : ""}`);
}
process.exit(over ? 1 : 0);
