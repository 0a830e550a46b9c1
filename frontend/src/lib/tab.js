/** Values kept for this tab only; reading and writing never throws. */

/**
 * @template T
 * @param {string} name
 * @param {T} fallback
 * @returns {T}
 */
export function recall(name, fallback) {
  try {
    const text = sessionStorage.getItem(`vivavoce.${name}`);
    return text === null ? fallback : JSON.parse(text);
  } catch {
    return fallback;
  }
}

/**
 * @param {string} name
 * @param {unknown} value
 */
export function remember(name, value) {
  try {
    sessionStorage.setItem(`vivavoce.${name}`, JSON.stringify(value));
  } catch {
    // A full or forbidden storage costs a convenience, nothing else.
  }
}
