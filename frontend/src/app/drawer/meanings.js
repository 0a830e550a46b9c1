/** What each parameter of the call stands for on the screen. */

/** @type {Record<string, string>} */
const KNOWN = {
  q: "the search field",
  facets: "the counts",
  fields: "what is shown",
  omit: "what is left out",
  expand: "related things in full",
  ordering: "the order",
  page_size: "rows at a time",
  cursor: "where the next rows begin",
  kind: "asked by interviewers",
};

const NUMBERS = ["", "one chosen", "two chosen", "three chosen", "four chosen"];

/**
 * @param {string} path a call's path with its query
 * @returns {Array<[name: string, meaning: string]>}
 */
export function meanings(path) {
  const params = new URLSearchParams(path.split("?")[1] ?? "");
  return [...new Set(params.keys())].map((name) => {
    if (name === "kind" && params.get(name) !== "interview") return [name, "the kind of question"];
    const count = params.getAll(name).length;
    const filter = `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("_", " ")}`;
    return [name, KNOWN[name] ?? `${filter}, ${NUMBERS[count] ?? `${count} chosen`}`];
  });
}
