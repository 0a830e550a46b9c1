/** JSON text as coloured tokens, indented by two. The text itself stays what the server sent. */

/** @typedef {import("./snippets.js").Token} Token */

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(true|false|null)|([^"\dtfn-]+|[-tfn])/g;

/**
 * @param {string} text
 * @returns {string} indented when it is JSON, else as it is
 */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/**
 * @param {string} text
 * @returns {Token[]} together exactly the text
 */
export function jsonTokens(text) {
  /** @type {Token[]} */
  const tokens = [];
  for (const [whole, string, colon, number, word] of text.matchAll(TOKEN)) {
    if (string !== undefined && colon !== undefined) tokens.push(["key", string], ["", colon]);
    else if (string !== undefined) tokens.push(["str", string]);
    else if (number !== undefined || word !== undefined) tokens.push(["num", whole]);
    else tokens.push(["", whole]);
  }
  return tokens;
}
