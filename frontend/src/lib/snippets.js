/**
 * A call to the API written out for people: HTTPie, curl, Python. Each is a list of tokens
 * (kind, text), so that the screen can colour what the clipboard gets as plain text.
 */

/** @typedef {"verb" | "key" | "str" | "num" | "dim" | ""} TokenKind */
/** @typedef {readonly [kind: TokenKind, text: string]} Token */

/**
 * @typedef {object} Written
 * @property {string} method
 * @property {string} url absolute, with its query
 * @property {string} [body] JSON as sent
 * @property {Record<string, string>} [headers] those that matter to the reply (If-Match, Accept)
 * @property {boolean} [token] whether the call needs to know who asks
 */

/** The token itself is never on screen: only this name of it. */
const TOKEN = "$VIVAVOCE_TOKEN";

/** @param {string} text */
const shellSafe = (text) => /^[\w@%+=:,./~-]+$/.test(text);

/** @param {string} text */
export const shellQuoted = (text) => (shellSafe(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

/** @param {string} value */
const kindOf = (value) => /** @type {TokenKind} */ (/^-?\d+(\.\d+)?$/.test(value) ? "num" : "str");

/** @param {string} url */
function parts(url) {
  const [address, search = ""] = url.split("?");
  return { address, params: [...new URLSearchParams(search)] };
}

/**
 * @param {Written} call
 * @returns {Token[]}
 */
export function httpie(call) {
  const { address, params } = parts(call.url);
  /** @type {Token[]} */
  const tokens = [["verb", "http"], ["", ` ${call.method} ${shellQuoted(address)}`]];
  for (const [name, value] of params) {
    tokens.push(["", " \\\n  "], ["key", name], ["", "=="], [kindOf(value), shellQuoted(value)]);
  }
  for (const [name, value] of Object.entries(call.headers ?? {})) {
    tokens.push(["", " \\\n  "], ["str", shellQuoted(`${name}:${value}`)]);
  }
  if (call.token) tokens.push(["", " \\\n  "], ["str", `"Authorization: Bearer ${TOKEN}"`]);
  if (call.body) tokens.push(["", " \\\n  "], ["key", "--raw"], ["", " "], ["str", shellQuoted(call.body)]);
  return tokens;
}

/**
 * @param {Written} call
 * @returns {Token[]}
 */
export function curl(call) {
  /** @type {Token[]} */
  const tokens = [["verb", "curl"], ["", " --silent --show-error"]];
  if (call.method !== "GET") tokens.push(["", ` --request ${call.method}`]);
  tokens.push(["", " \\\n  "], ["str", `'${call.url.replaceAll("'", "%27")}'`]);
  const headers = { ...(call.body ? { "Content-Type": "application/json" } : {}), ...call.headers };
  for (const [name, value] of Object.entries(headers)) {
    tokens.push(["", " \\\n  "], ["key", "--header"], ["", " "], ["str", shellQuoted(`${name}: ${value}`)]);
  }
  if (call.token) tokens.push(["", " \\\n  "], ["key", "--header"], ["", " "], ["str", `"Authorization: Bearer ${TOKEN}"`]);
  if (call.body) tokens.push(["", " \\\n  "], ["key", "--data"], ["", " "], ["str", shellQuoted(call.body)]);
  return tokens;
}

/**
 * @param {Array<[string, string]>} params
 * @returns {Token[]}
 */
function pythonParams(params) {
  /** @type {Map<string, string[]>} */
  const grouped = new Map();
  for (const [name, value] of params) grouped.set(name, [...(grouped.get(name) ?? []), value]);
  /** @type {Token[]} */
  const tokens = [["", "    params={\n"]];
  for (const [name, values] of grouped) {
    const text = values.length > 1 ? `[${values.map((value) => JSON.stringify(value)).join(", ")}]` : JSON.stringify(values[0]);
    tokens.push(["", "        "], ["key", JSON.stringify(name)], ["", ": "], ["str", text], ["", ",\n"]);
  }
  tokens.push(["", "    },\n"]);
  return tokens;
}

/**
 * @param {Written} call
 * @returns {Token[]}
 */
export function python(call) {
  const { address, params } = parts(call.url);
  /** @type {Token[]} */
  const tokens = [];
  if (call.token) tokens.push(["verb", "import"], ["", " os\n\n"]);
  tokens.push(["verb", "import"], ["", " requests\n\nreply = requests."], ["key", call.method.toLowerCase()], ["", "(\n    "]);
  tokens.push(["str", JSON.stringify(address)], ["", ",\n"]);
  if (params.length > 0) tokens.push(...pythonParams(params));
  const headers = Object.entries({ ...(call.body ? { "Content-Type": "application/json" } : {}), ...call.headers });
  if (headers.length > 0 || call.token) {
    tokens.push(["", "    headers={\n"]);
    for (const [name, value] of headers) tokens.push(["", "        "], ["key", JSON.stringify(name)], ["", ": "], ["str", JSON.stringify(value)], ["", ",\n"]);
    if (call.token) tokens.push(["", "        "], ["key", '"Authorization"'], ["", ": "], ["str", `f"Bearer {os.environ['VIVAVOCE_TOKEN']}"`], ["", ",\n"]);
    tokens.push(["", "    },\n"]);
  }
  if (call.body) tokens.push(["", "    data="], ["str", JSON.stringify(call.body)], ["", ",\n"]);
  tokens.push(["", ")\nreply.raise_for_status()\n"], ["verb", "print"], ["", "(reply.json())"]);
  return tokens;
}

/** @param {readonly Token[]} tokens */
export const plain = (tokens) => tokens.map(([, text]) => text).join("");
