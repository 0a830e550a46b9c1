/**
 * What the server finds beside the built site: routes.json, the addresses that are pages (so that
 * any other gets the same shell with status 404), and every text file compressed twice.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const table = new URL("../src/app/routes.js", import.meta.url);
const compressible = /\.(html|js|css|svg|json)$/;

/** @returns {import("vite").Plugin} */
export function forTheServer() {
  return {
    name: "vivavoce-for-the-server",
    apply: "build",
    async generateBundle() {
      // By address, so that Vite does not bundle every page into its own configuration.
      const { routes } = /** @type {typeof import("../src/app/routes.js")} */ (await import(table.href));
      this.emitFile({ type: "asset", fileName: "routes.json", source: JSON.stringify(routes.map(({ path }) => path)) });
    },
    async writeBundle(options, bundle) {
      const folder = options.dir ?? "dist";
      await Promise.all(
        Object.keys(bundle)
          .filter((name) => compressible.test(name))
          .map((name) => compress(join(folder, name))),
      );
    },
  };
}

/** @param {string} path */
async function compress(path) {
  const content = await readFile(path);
  const level = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(content, level), promisify(gzip)(content, { level: 9 })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}
