/** Which pages this site has: features link to one another by address, never by import. */

/**
 * @typedef {object} SitePage
 * @property {string} path
 * @property {string} title
 */

/** @type {SitePage[]} */
let pages = [];

/** @param {SitePage[]} list told once by the app, from its table of routes */
export function publishSitemap(list) {
  pages = list;
}

/** Pages without parameters in their path, so that they can be linked to. */
export const sitePages = () => pages.filter(({ path }) => !path.includes(":"));

/** @param {string} path as in the table of routes */
export const hasPage = (path) => pages.some((page) => page.path === path);
