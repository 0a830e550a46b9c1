/**
 * One hint: the first step of how to answer. The guidance is the server's own clean HTML; only its
 * text is read.
 *
 * @param {string} html
 * @returns {string}
 */
export function hintIn(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const first = page.querySelector("li, p");
  return (first?.textContent ?? "").trim().replace(/\s+/g, " ");
}
