/**
 * Query strings, the way the API reads them: a repeated parameter means "any of"; the lists that
 * describe the reply itself (fields, expand, facets, omit) are written with commas.
 */

/** @typedef {string | number | boolean | ReadonlyArray<string | number> | null | undefined} QueryValue */

const JOINED = new Set(["fields", "omit", "expand", "facets"]);

/** @param {string | number | boolean} value */
const encode = (value) => encodeURIComponent(value).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%20/g, "+");

/**
 * @param {Record<string, QueryValue>} query empty values are left out
 * @returns {string} without the question mark
 */
export function writeQuery(query) {
  const parts = [];
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    const values = Array.isArray(value) ? value : [/** @type {string | number | boolean} */ (value)];
    if (values.length === 0) continue;
    if (JOINED.has(name)) parts.push(`${name}=${values.map(encode).join(",")}`);
    else for (const one of values) parts.push(`${name}=${encode(one)}`);
  }
  return parts.join("&");
}

/**
 * @param {string} search with or without the question mark
 * @param {string} name
 * @returns {string[]} every value, whether repeated or separated with commas
 */
export function readList(search, name) {
  const all = new URLSearchParams(search).getAll(name).flatMap((value) => value.split(","));
  return [...new Set(all.filter(Boolean))];
}

/**
 * @param {readonly string[]} list
 * @param {string} value
 * @returns {string[]} with the value when it was missing, without when it was there
 */
export function toggled(list, value) {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}
