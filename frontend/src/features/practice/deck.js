/** What a session is made of: its questions, their anchors, the date it leads to. For a person and for a guest. */
import { beginSession, getQuestions, listMostAsked, listReviews, listRubrics, nextInterview, preview } from "./api.js";
import { showCall } from "../../api/lastCall.js";
import { allKept, keep } from "../../lib/device.js";
import { asProblem } from "../../lib/problem.js";
import { habits, mixed, withoutUnknown } from "./rules.js";

/** @typedef {import("./api.js").Choice} Choice */
/** @typedef {import("./api.js").NextTimes} NextTimes */
/** @typedef {import("./api.js").Question} Question */
/** @typedef {import("./records.js").Grade} Grade */
/** @typedef {import("./records.js").Review} Review */

/**
 * @typedef {object} Item one card of the session
 * @property {string} slug
 * @property {string} why due, weak, new, lapsed, chosen
 * @property {number} minutes
 * @property {string | null} card its id, for those signed in
 * @property {NextTimes | null} next
 * @property {string} asked when `next` was reckoned
 * @property {Grade | null} grade
 * @property {string | null} review
 * @property {string | null} attempt
 * @property {number} seconds
 * @property {string | null} due_at when it returns
 * @property {boolean} [repeated] a second time, since the first was Again
 */

/**
 * @typedef {object} Deck
 * @property {string} owner
 * @property {string | null} session its id, for those signed in
 * @property {Item[]} items
 */

/**
 * @typedef {object} Around what the cards are read with
 * @property {Map<string, Question>} questions
 * @property {Array<import("../../api/models.d.ts").Schema["Rubric"]>} rubrics
 * @property {{ name: string, organization: string, starts_at: string } | null} interview
 * @property {Map<string, import("./rules.js").Habit>} habits of the questions that were graded before
 */

const NEW_A_DAY = 5;
/** As many as the server gives at a time. */
const MOST_ITEMS = 20;
/** The server reckons with so many grades of one question. */
const MOST_PREVIEWED = 200;

/** @param {string} slug @param {Partial<Item>} more @returns {Item} */
const item = (slug, more) => ({
  slug,
  why: "chosen",
  minutes: 0,
  card: null,
  next: null,
  asked: new Date().toISOString(),
  grade: null,
  review: null,
  attempt: null,
  seconds: 0,
  due_at: null,
  ...more,
});

/**
 * Asks for questions by name; one that was withdrawn, or never was, does not keep the others away.
 *
 * @template T
 * @param {readonly string[]} slugs
 * @param {(slugs: readonly string[]) => Promise<T>} ask
 * @returns {Promise<T | undefined>} nothing when none of them is known
 */
async function asked(slugs, ask) {
  try {
    return await ask(slugs);
  } catch (thrown) {
    const { status, errors } = asProblem(thrown);
    const rest = status === 400 ? withoutUnknown(slugs, errors) : slugs;
    if (rest.length === slugs.length) throw thrown;
    return rest.length > 0 ? asked(rest, ask) : undefined;
  }
}

/**
 * @param {string} owner
 * @param {Choice} choice
 * @returns {Promise<Deck>}
 */
export async function openDeck(owner, choice) {
  if (!owner) return { owner, session: null, items: await guestItems(choice) };
  const begun = choice.question ? await asked(choice.question, (question) => beginSession({ question: [...question] })) : await beginSession(choice);
  if (!begun) return { owner, session: null, items: [] };
  const { data, call } = begun;
  showCall(call);
  const items = /** @type {any[]} */ (data.items).map(({ question, why, minutes, card, next }) => item(question.slug, { why, minutes, card, next }));
  return { owner, session: data.id, items };
}

/** A guest's: what is due of what was practised here, then the most asked, the categories mixed. @param {Choice} choice */
async function guestItems(choice) {
  if (choice.question) return choice.question.map((slug) => item(slug, {}));
  const [asked, reviews] = await Promise.all([listMostAsked(choice), guestReviews()]);
  const last = new Map(reviews.map((review) => [review.question, review]));
  const now = new Date().toISOString();
  const known = await Promise.all([...last.values()].map(withDue));
  const due = known.filter(({ due_at }) => due_at && due_at <= now).map(({ question }) => item(question, { why: "due" }));
  const fresh = mixed(asked.filter(({ slug }) => !last.has(slug)), ({ category }) => category.slug).slice(0, choice.new ?? NEW_A_DAY);
  return [...due, ...fresh.map(({ slug }) => item(slug, { why: "new" }))].slice(0, MOST_ITEMS);
}

/** What was graded without a network has no day on which it returns yet. @param {Review} review @returns {Promise<Review>} */
async function withDue(review) {
  const { due_at } = review.due_at ? review : await guestTimes(review.question).catch(() => ({ due_at: null }));
  if (!due_at || review.due_at) return review;
  const told = { ...review, due_at };
  await keep("reviews", told);
  return told;
}

/** @returns {Promise<Review[]>} a guest's, oldest first */
export async function guestReviews() {
  const reviews = /** @type {Review[]} */ (await allKept("reviews")).filter(({ owner }) => owner === "");
  return reviews.sort((one, other) => one.reviewed_at.localeCompare(other.reviewed_at));
}

/**
 * Everything that the cards need, loaded at once: from here on the session does without a network.
 *
 * @param {Deck} deck
 * @returns {Promise<Around>}
 */
export async function loadAround({ owner, items }) {
  const questions = (await asked([...new Set(items.map(({ slug }) => slug))], getQuestions)) ?? [];
  const levels = [...new Set(questions.map(({ level }) => level))];
  const known = items.filter(({ card }) => card).map(({ slug }) => slug);
  const [rubrics, interview, reviews] = await Promise.all([
    // Without anchors, date or past one can practise all the same.
    levels.length > 0 ? listRubrics(levels).catch(() => []) : [],
    owner ? nextInterview().catch(() => null) : null,
    owner ? known.length > 0 ? listReviews(known).catch(() => []) : [] : guestReviews(),
  ]);
  return { questions: new Map(questions.map((question) => [question.slug, question])), rubrics, interview, habits: habits(reviews) };
}

/**
 * When a guest's question would return, as the server reckons from what this browser keeps.
 *
 * @param {string} slug
 */
export async function guestTimes(slug) {
  const reviews = (await guestReviews()).filter(({ question }) => question === slug);
  return preview(reviews.slice(-MOST_PREVIEWED));
}
