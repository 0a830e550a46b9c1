/** Writing over the API as who is signed in on a page, to lay a table before a test looks at it. */

/**
 * @param {import("@playwright/test").Page} page
 * @param {string} path below /api/v1/
 * @param {object} data
 * @returns {Promise<any>} what came back
 */
export async function write(page, path, data) {
  const { csrf_token: token } = await (await page.request.get("/api/v1/me/")).json();
  const reply = await page.request.post(`/api/v1/${path}`, { data, headers: { "X-CSRFToken": token } });
  if (!reply.ok()) throw new Error(`${path} was answered with ${reply.status()}: ${await reply.text()}`);
  return reply.json();
}
