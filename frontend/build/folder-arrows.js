/**
 * The arrows between the folders of src/, as a lint rule: lib <- api, ui <- features <- app.
 * No feature imports another; nothing imports app.
 */
import { dirname, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const source = resolve(dirname(fileURLToPath(import.meta.url)), "../src");

/** Which folders a folder may import from, besides itself. @type {Record<string, readonly string[]>} */
export const arrows = {
  lib: [],
  api: ["lib"],
  ui: ["lib"],
  features: ["lib", "api", "ui"],
  app: ["lib", "api", "ui", "features"],
  styles: [],
};

/**
 * @param {string} from a file under src, relative to it
 * @param {string} to another
 * @returns {string | undefined} what is wrong with the import, if anything
 */
export function wrongArrow(from, to) {
  const [[folder, feature], [target, other]] = [from.split("/"), to.split("/")];
  const allowed = arrows[folder];
  // main.jsx and early.js stand above the folders.
  if (!allowed || !(target in arrows)) return undefined;
  if (folder === target) {
    return folder === "features" && feature !== other ? `Feature "${feature}" may not import feature "${other}": link by address, or move what both need down.` : undefined;
  }
  return allowed.includes(target) ? undefined : `"${folder}" may not import "${target}": the arrows are lib <- api, ui <- features <- app.`;
}

/** @type {import("eslint").Rule.RuleModule} */
export const folderArrows = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const from = relative(source, context.filename).split(sep).join("/");
    /** @param {import("estree").Node & { source?: import("estree").Expression | null }} node */
    const check = (node) => {
      const path = node.source?.type === "Literal" ? node.source.value : undefined;
      if (typeof path !== "string" || !path.startsWith(".")) return;
      const to = relative(source, resolve(dirname(context.filename), path)).split(sep).join("/");
      const message = wrongArrow(from, to);
      if (message) context.report({ node, message });
    };
    return { ImportDeclaration: check, ImportExpression: check, ExportNamedDeclaration: check, ExportAllDeclaration: check };
  },
};
