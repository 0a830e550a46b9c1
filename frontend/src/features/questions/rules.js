/** What the question bank's address means, and what its results say about themselves. Pure. */
import { day, listed } from "../../lib/format.js";
import { readList, toggled, writeQuery } from "../../lib/query.js";
import { appliesTo } from "./versions.js";

/** The filters on screen, in their order. */
export const GROUPS = /** @type {const} */ (["category", "level", "quality", "topic", "format"]);

/** @typedef {typeof GROUPS[number]} Group */

/**
 * @typedef {object} BankState
 * @property {string} q
 * @property {string} ordering empty: best match for a search, else by number
 * @property {Record<Group, string[]>} chosen
 * @property {string[]} versions what a question must apply to: "django:5.2"
 * @property {string[]} numbers of questions chosen by hand; none: of all
 */

/** What a list row needs; `match` exists for a search only. */
const ROW_FIELDS = ["id", "number", "slug", "prompt", "level", "format", "minutes", "category", "qualities"];

export const PAGE_SIZE = 25;

/** @type {ReadonlyArray<{ value: string, label: string, search?: boolean }>} */
export const ORDERINGS = [
  { value: "-rank", label: "Best match", search: true },
  { value: "number", label: "Number" },
  { value: "-importance", label: "Most asked" },
  { value: "level", label: "Junior to lead" },
  { value: "minutes", label: "Shortest" },
  { value: "-updated_at", label: "Latest change" },
];

/**
 * @param {string} search of an address
 * @returns {BankState}
 */
export function readBank(search) {
  const params = new URLSearchParams(search);
  const chosen = /** @type {Record<Group, string[]>} */ (Object.fromEntries(GROUPS.map((group) => [group, readList(search, group)])));
  return { q: params.get("q") ?? "", ordering: params.get("ordering") ?? "", chosen, versions: readList(search, "applies_to"), numbers: readList(search, "number") };
}

/** Everything of a state that an address says, and the API understands. @param {BankState} state */
const filtersOf = ({ q, chosen, versions, numbers, ordering }) => ({ q: q.trim(), ...chosen, applies_to: versions, number: numbers, ordering });

/**
 * @param {BankState} state
 * @returns {string} the address of this state, with its path
 */
export function bankAddress(state) {
  const query = writeQuery({ ...filtersOf(state), q: state.q });
  return query ? `/questions?${query}` : "/questions";
}

/**
 * @param {BankState} state
 * @param {boolean} [answers] with the example answers
 * @returns {string} where these questions stand on paper
 */
export const printAddress = (state, answers = false) => `/questions/print?${writeQuery({ ...filtersOf(state), answers: answers ? 1 : undefined })}`;

/** @param {BankState} state @returns {string} the address at the API of these questions as notes for Anki */
export function notesAddress(state) {
  const filters = filtersOf(state);
  return `/api/v1/questions/?${writeQuery({ ...filters, kind: "interview", format: [...filters.format, "anki"] })}`;
}

/** @param {ReadonlyArray<{ number: number }>} picked @returns {BankState} these questions and no others */
export const handPicked = (picked) => ({ ...emptyBank(), numbers: picked.map(({ number }) => String(number)) });

/** As many as a session holds. */
export const PRACTISED = 20;

/**
 * @param {ReadonlyArray<{ slug: string }>} questions
 * @returns {string} where the first of them are practised
 */
export const practiceAddress = (questions) => `/practice?${writeQuery({ question: questions.slice(0, PRACTISED).map(({ slug }) => slug) })}`;

/** @typedef {import("../../api/schema.d.ts").operations["questions_list"]["parameters"]["query"]} BankQuery */

/**
 * The query of the call behind a state. An address may hold anything: a value that does not exist
 * goes to the API all the same, which says so.
 *
 * @param {BankState} state
 * @returns {BankQuery}
 */
export function bankQuery(state) {
  const { ordering, ...filters } = filtersOf(state);
  /** @type {unknown} */
  const query = {
    ...filters,
    kind: ["interview"],
    ordering,
    facets: [...GROUPS],
    fields: filters.q ? [...ROW_FIELDS, "match"] : ROW_FIELDS,
    page_size: PAGE_SIZE,
  };
  return /** @type {BankQuery} */ (query);
}

/** As many as the API gives in one page. */
const WHOLE_PAGE = 200;

/** @param {BankState} state @returns {BankQuery} the same questions whatever they apply to, and what they apply to */
export function everyVersionQuery(state) {
  return { ...bankQuery({ ...state, versions: [], ordering: "" }), facets: undefined, fields: ["applies_to"], page_size: WHOLE_PAGE };
}

/** What stands on paper. */
const PAPER_FIELDS = ["id", "number", "slug", "version", "prompt", "level", "format", "minutes", "category", "qualities", "material_html", "assesses_html", "key_points", "red_flags", "probes", "sources", "licence"];

/** @param {BankState} state @param {boolean} answers @returns {BankQuery} */
export function paperQuery(state, answers) {
  const expanded = answers ? { fields: [...PAPER_FIELDS, "answers"], expand: ["answers"] } : { fields: PAPER_FIELDS };
  return /** @type {BankQuery} */ ({ ...bankQuery(state), facets: undefined, ...expanded, page_size: WHOLE_PAGE });
}

/**
 * @param {BankState} state
 * @param {Group} group
 * @param {string} value
 * @returns {BankState}
 */
export function withToggled(state, group, value) {
  return { ...state, chosen: { ...state.chosen, [group]: toggled(state.chosen[group], value) } };
}

/** @param {BankState} state @param {string} version of Django; empty: any @returns {BankState} */
export const withDjango = (state, version) => ({ ...state, versions: appliesTo(version) });

/** Hand-picked questions are one filter, however many they are. @param {BankState} state */
export const chosenCount = (state) => GROUPS.reduce((sum, group) => sum + state.chosen[group].length, state.versions.length + Math.min(state.numbers.length, 1));

/** @param {BankState} state @returns {BankState} the same search without filters */
export const unfiltered = (state) => ({ ...emptyBank(), q: state.q, ordering: state.ordering });

/** @typedef {import("../../api/models.d.ts").FacetCount & { group: Group }} Elsewhere */

/**
 * Where nothing matches: another choice in a group that was chosen in, with results. A group's own
 * choice does not shrink its own counts, so they say so. The level first, then what has most.
 *
 * @param {BankState} state
 * @param {Partial<Record<string, ReadonlyArray<import("../../api/models.d.ts").FacetCount>>>} facets
 * @returns {Elsewhere | undefined}
 */
export function elsewhere(state, facets) {
  const found = GROUPS.filter((group) => state.chosen[group].length > 0).flatMap((group) => (facets[group] ?? []).filter(({ count }) => count > 0).map((one) => ({ ...one, group })));
  return found.find(({ group }) => group === "level") ?? found.sort((one, other) => other.count - one.count)[0];
}

/** @returns {BankState} everything */
export const emptyBank = () => readBank("");

/** @type {Record<string, string>} */
const PLACES = {
  assesses: "What it assesses",
  guidance: "How to answer",
  common_mistakes: "Common mistakes",
  key_points: "Key point",
  red_flags: "Red flag",
  probes: "Follow-up",
  answers: "Example answer",
  sources: "Source",
  topics: "Topic",
};

/**
 * Where a match outside the prompt was found, in words: "key_points[3]" is "Key point 4".
 *
 * @param {string} field
 */
export function matchPlace(field) {
  const [, name = field, position] = /^(\w+?)(?:[[.](\d+)\]?)?(?:\..*)?$/.exec(field) ?? [];
  const place = PLACES[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");
  return position === undefined ? place : `${place} ${Number(position) + 1}`;
}

/** How people cite a question: three digits at least. @param {number} number */
export const numbered = (number) => String(number).padStart(3, "0");

/** The levels and formats in words. @type {Record<string, string>} */
export const WORDS = {
  junior: "Junior",
  mid: "Mid",
  senior: "Senior",
  lead: "Lead",
  knowledge: "Knowledge",
  problem: "Problem",
  design: "Design",
  review: "Review",
  behavioural: "Behavioural",
  situational: "Situational",
};

/** What each score means on a rubric's scale. */
export const SCORES = /** @type {const} */ ({ 1: "Not shown", 2: "Partial", 3: "Solid", 4: "Outstanding" });

/** @typedef {{ package: string, version: string, database: string, on: string }} Check */

/**
 * Where a question's samples ran, oldest version first, with the words for the badge and beside it.
 *
 * @param {readonly Check[]} checks
 * @returns {{ badge: string, detail: string } | undefined} nothing when they ran nowhere
 */
export function checkedWords(checks) {
  const ran = checks.filter((check) => check.package === "django").sort((one, other) => one.version.localeCompare(other.version, "en", { numeric: true }));
  const last = ran.at(-1);
  if (!last) return undefined;
  return {
    badge: `checked on Django ${listed(ran.map(({ version }) => minor(version)))}`,
    detail: `ran ${day(last.on)} on ${listed(ran.map(({ version }) => version))}, ${last.database}`,
  };
}

/** "5.2.19" in short: "5.2". @param {string} version */
export const minor = (version) => version.split(".").slice(0, 2).join(".");

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} at
 * @param {number} size
 * @returns {T[]} at most `size` around the place
 */
export function around(list, at, size) {
  const from = Math.max(0, Math.min(at - Math.floor((size - 1) / 3), list.length - size));
  return list.slice(from, from + size);
}
