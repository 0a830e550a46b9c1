/** The built site served from another origin than the API: a plain file server with a config.json of its own. */
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const dist = process.env.SITE_FOLDER ?? fileURLToPath(new URL("../../../dist", import.meta.url));

/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json" };

/** @param {string} api the only other origin that the page may talk to */
const policy = (api) => `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src blob:; font-src 'self'; connect-src 'self' ${api}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** @param {string} path of a request @returns {Promise<string>} the file, or the page for every address that is none */
async function fileFor(path) {
  const wanted = join(dist, normalize(path));
  const found = wanted.startsWith(dist) && (await stat(wanted).catch(() => undefined))?.isFile();
  return found ? wanted : join(dist, "index.html");
}

/**
 * @param {string} origin where to serve
 * @param {string} api
 * @returns {Promise<() => Promise<void>>} how to stop
 */
export async function serveSite(origin, api) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", origin);
    const isConfig = pathname === "/config.json";
    const file = await fileFor(pathname);
    const body = isConfig ? JSON.stringify({ api }) : await readFile(file);
    response.writeHead(200, { "Content-Type": TYPES[isConfig ? ".json" : extname(file)] ?? "application/octet-stream", "Content-Security-Policy": policy(api) });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(Number(new URL(origin).port), "127.0.0.1", () => resolve(undefined)));
  return () => new Promise((resolve) => server.close(() => resolve(undefined)));
}
