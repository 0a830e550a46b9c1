/** Which kits are offered for what. Pure. */

/** @type {Record<string, string>} */
export const LEVELS = { junior: "Junior", mid: "Mid", senior: "Senior", lead: "Lead" };

/**
 * All kits, those made for the purpose first: any kit may serve either.
 *
 * @template {{ purpose: string }} T
 * @param {readonly T[]} kits
 * @param {"hiring" | "mock"} purpose
 * @returns {T[]}
 */
export const kitsFor = (kits, purpose) => [...kits].sort((one, other) => Number(other.purpose === purpose) - Number(one.purpose === purpose));

/**
 * The kit that was asked for, or else the first.
 *
 * @template {{ slug: string }} T
 * @param {readonly T[]} kits
 * @param {string} slug
 * @returns {T | undefined}
 */
export const chosenKit = (kits, slug) => kits.find((kit) => kit.slug === slug) ?? kits[0];

/** What a mock interview is, and who the partner would be. @param {"alone" | "ask" | "answer"} way */
export function mockRoles(way) {
  return { alone: { mine: "both", partner: "" }, ask: { mine: "interviewer", partner: "candidate" }, answer: { mine: "candidate", partner: "interviewer" } }[way];
}

/**
 * Faults of a form whose few fields say their own; everything else is said at its head.
 *
 * @param {Record<string, string>} errors
 * @param {readonly string[]} fields
 * @returns {Record<string, string>}
 */
export function headed(errors, fields) {
  const other = Object.entries(errors).filter(([name]) => !fields.includes(name));
  const own = Object.fromEntries(Object.entries(errors).filter(([name]) => fields.includes(name)));
  return other.length > 0 ? { ...own, "": other.map(([, words]) => words).join(" ") } : own;
}
