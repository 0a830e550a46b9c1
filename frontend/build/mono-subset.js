/**
 * JetBrains Mono ships 40 kB for Latin, half of it ligatures and letters that code never holds.
 * This makes a subset (ASCII, the punctuation of our own screens, weights 400 to 600) out of the
 * installed package before each build, so that no font file lies in the repository.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const source = "node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2";

/** The folder that the alias `@mono` points to. */
export const monoFolder = resolve(root, "node_modules/.cache/vivavoce");

const ascii = Array.from({ length: 95 }, (_, offset) => String.fromCharCode(32 + offset)).join("");
const extras = "\u00a0£§°±²³·×éüöäñç–—‘’“”…→←↑↓≤≥≠✓";

/** @returns {import("vite").Plugin} */
export function monoSubset() {
  return {
    name: "vivavoce-mono-subset",
    async buildStart() {
      const full = await readFile(resolve(root, source));
      const small = await subsetFont(full, ascii + extras, {
        targetFormat: "woff2",
        variationAxes: { wght: { min: 400, max: 600 } },
        noLayoutClosure: true,
      });
      await mkdir(monoFolder, { recursive: true });
      await writeFile(resolve(monoFolder, "mono.woff2"), small);
    },
  };
}
