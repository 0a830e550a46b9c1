/** Attempts and reviews as this device keeps them, and how they change. Pure. */
import { newId } from "../../lib/ids.js";

/** @typedef {import("./matching/marks.js").Grade} Grade */
/** @typedef {"drafting" | "committed" | "revealed" | "graded"} AttemptState */
/** @typedef {{ quality: string, score: number }} SelfScore */
/** @typedef {import("./matching/marks.js").FoundPoint} FoundPoint */
/** @typedef {import("./matching/marks.js").FoundFlag} FoundFlag */

/**
 * @typedef {object} OnServer what the server had when it was last heard
 * @property {string | undefined} etag
 * @property {AttemptState} state
 * @property {string} written the answer, as one text to compare by
 * @property {string} judged what the person made of it, likewise
 */

/**
 * @typedef {object} Attempt
 * @property {string} id chosen here
 * @property {string} owner the person's id; empty for a guest
 * @property {string} question slug
 * @property {string} body
 * @property {boolean} spoken
 * @property {number} seconds
 * @property {AttemptState} state where it is here; the server follows
 * @property {FoundPoint[]} found
 * @property {FoundFlag[]} flags
 * @property {Record<string, boolean>} overrules
 * @property {SelfScore[]} self_scores
 * @property {number | null} self_score
 * @property {string} [reflection] why this grade, in one's own words
 * @property {number} [version] of the question, that was answered
 * @property {string} created_at
 * @property {string | null} committed_at
 * @property {string | null} revealed_at
 * @property {string | null} graded_at
 * @property {OnServer | null} server nothing before it arrived there
 * @property {{ body: string, etag: string | undefined, state: AttemptState } | null} theirs another device wrote meanwhile
 * @property {boolean} [refused] the server said no for good
 */

/**
 * @typedef {object} Review
 * @property {string} id
 * @property {string} owner
 * @property {string} question slug
 * @property {Grade} grade
 * @property {Grade | null} suggested
 * @property {string | null} attempt
 * @property {string | null} session
 * @property {number} seconds
 * @property {string} reviewed_at
 * @property {string | null} [due_at] a guest's: when the question returns, as the server reckoned
 */

/** Whose a recording is: its id begins with the person, a guest's with nothing. @param {{ id: string }} recording */
export const ownerOf = ({ id }) => id.split(" ")[0];

export const STATES = /** @type {const} */ (["drafting", "committed", "revealed", "graded"]);

/** @param {AttemptState} state @param {AttemptState} other */
export const isBefore = (state, other) => STATES.indexOf(state) < STATES.indexOf(other);

/** @param {string} owner @param {string} question @returns {Attempt} */
export function newAttempt(owner, question) {
  return {
    id: newId(),
    owner,
    question,
    body: "",
    spoken: false,
    seconds: 0,
    state: "drafting",
    found: [],
    flags: [],
    overrules: {},
    self_scores: [],
    self_score: null,
    created_at: new Date().toISOString(),
    committed_at: null,
    revealed_at: null,
    graded_at: null,
    server: null,
    theirs: null,
  };
}

/** The answer as one text to compare by. @param {Pick<Attempt, "body" | "spoken" | "seconds">} attempt */
export const writtenIn = ({ body, spoken, seconds }) => JSON.stringify([body, spoken, Math.round(seconds)]);

/** Whether the server has another answer; of a committed one only the text counts, not the time it took. @param {OnServer} server @param {Attempt} attempt */
export const hasOther = ({ written, state }, attempt) => (state === "drafting" ? written !== writtenIn(attempt) : JSON.parse(written)[0] !== attempt.body);

/** What the person made of it, as one text to compare by. @param {Pick<Attempt, "overrules" | "self_scores" | "self_score" | "reflection">} attempt */
export const judgedIn = ({ overrules, self_scores, self_score, reflection = "" }) =>
  JSON.stringify([Object.entries(overrules).sort(), [...self_scores].sort((one, other) => one.quality.localeCompare(other.quality)), self_score, reflection]);

/** Whether the server lacks anything of it. A draft without a word stays here. @param {Attempt} attempt */
export function isUnsent(attempt) {
  if (attempt.theirs || attempt.refused) return false;
  if (!attempt.server) return attempt.state !== "drafting" || attempt.body.trim() !== "";
  const { server } = attempt;
  if (server.state === "drafting" && server.written !== writtenIn(attempt)) return true;
  return isBefore(server.state, attempt.state) || (attempt.state !== "drafting" && server.judged !== judgedIn(attempt));
}

/** Whether the server has all of it, so that it need not stay on this device. @param {Attempt} attempt */
export const isThere = (attempt) => attempt.server !== null && !attempt.theirs && !attempt.refused && !isUnsent(attempt);

/**
 * A grade ends the choice between two texts: this one becomes an attempt of its own, the other stays as it is.
 *
 * @param {Attempt} attempt
 * @returns {Attempt}
 */
export const parted = (attempt) => (attempt.theirs ? { ...attempt, id: newId(), theirs: null, server: null } : attempt);

/**
 * @param {Attempt} attempt
 * @param {AttemptState} state
 * @returns {Attempt} moved on to the state, with the time of each step on the way
 */
export function movedTo(attempt, state) {
  const now = new Date().toISOString();
  const reached = (/** @type {AttemptState} */ step) => !isBefore(state, step);
  return {
    ...attempt,
    state: isBefore(attempt.state, state) ? state : attempt.state,
    committed_at: attempt.committed_at ?? (reached("committed") ? now : null),
    revealed_at: attempt.revealed_at ?? (reached("revealed") ? now : null),
    graded_at: attempt.graded_at ?? (reached("graded") ? now : null),
  };
}

/**
 * After another device wrote: what the person chose. Nothing is merged without them.
 *
 * @param {Attempt} attempt with `theirs`
 * @param {"mine" | "theirs" | "both"} choice
 * @returns {Attempt}
 */
export function settled(attempt, choice) {
  if (!attempt.theirs) return attempt;
  const { body, etag, state } = attempt.theirs;
  const chosen = choice === "mine" ? attempt.body : choice === "theirs" ? body : `${body}\n\n${attempt.body}`;
  const server = { etag, state, written: writtenIn({ ...attempt, body }), judged: judgedIn(attempt) };
  // What was committed elsewhere does not change any more: another answer is another attempt.
  if (state !== "drafting" && choice !== "theirs") return { ...attempt, id: newId(), body: chosen, theirs: null, server: null };
  return { ...attempt, body: chosen, theirs: null, server };
}

/**
 * How many answers wait on this device: a grade and its attempt count once.
 *
 * @param {readonly Attempt[]} attempts
 * @param {readonly Review[]} reviews
 */
export function waitingCount(attempts, reviews) {
  const graded = new Set(reviews.map(({ attempt }) => attempt));
  return reviews.length + attempts.filter((attempt) => isUnsent(attempt) && !graded.has(attempt.id)).length;
}
