/**
 * What index.html needs and cannot name itself, because the names carry hashes:
 * the early script (theme and side before the first paint; a file, since the content security
 * policy allows no inline script) and the preloads of the two faces on every screen.
 */
import { readFileSync } from "node:fs";

const early = new URL("../src/early.js", import.meta.url);
const preloaded = [/inter-latin-wght-normal.*\.woff2$/, /source-serif-4-latin-wght-normal.*\.woff2$/];

/** @returns {import("vite").Plugin} */
export function head() {
  let building = false;
  /** @type {string} */
  let reference;
  return {
    name: "vivavoce-head",
    configResolved(config) {
      building = config.command === "build";
    },
    buildStart() {
      if (building) {
        reference = this.emitFile({ type: "asset", name: "early.js", source: minified() });
      }
    },
    generateBundle() {
      earlyName = this.getFileName(reference);
    },
    transformIndexHtml: {
      order: "post",
      handler(_html, context) {
        if (!context.bundle) return [script("/src/early.js")];
        const fonts = Object.keys(context.bundle).filter((name) => preloaded.some((face) => face.test(name)));
        return [script(`/${earlyName}`), ...fonts.map(preload)];
      },
    },
  };
}

let earlyName = "";

/** The early script without its comments: it is read before anything else. */
function minified() {
  return readFileSync(early, "utf8").replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s+/gm, "");
}

/**
 * @param {string} src
 * @returns {import("vite").HtmlTagDescriptor}
 */
function script(src) {
  return { tag: "script", attrs: { src }, injectTo: "head-prepend" };
}

/**
 * @param {string} name
 * @returns {import("vite").HtmlTagDescriptor}
 */
function preload(name) {
  return {
    tag: "link",
    attrs: { rel: "preload", href: `/${name}`, as: "font", type: "font/woff2", crossorigin: "" },
    injectTo: "head",
  };
}
