/** Which pages a person means by a few letters. */

/**
 * @param {ReadonlyArray<{ path: string, title: string }>} pages
 * @param {string} text what was typed; nothing typed finds them all
 * @returns {Array<{ path: string, title: string, spans: number[][] }>} those with a word that begins so, best first
 */
export function matchingPages(pages, text) {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return pages.map((page) => ({ ...page, spans: [] }));
  return pages
    .map((page) => ({ ...page, at: ` ${page.title.toLowerCase()}`.indexOf(` ${wanted}`) }))
    .filter((page) => page.at >= 0)
    .sort((one, other) => one.at - other.at)
    .map(({ at, ...page }) => ({ ...page, spans: [[at, at + Array.from(wanted).length]] }));
}
