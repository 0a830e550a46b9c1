import { useEffect, useState } from "preact/hooks";
import { newId } from "../../lib/ids.js";
import { notePractised } from "../../lib/practised.js";
import { asProblem } from "../../lib/problem.js";
import { recall, remember } from "../../lib/tab.js";
import { offerUndo } from "../../ui/Toast.jsx";
import { tell } from "../../ui/Notice.jsx";
import { endSession, getCard, undoReview } from "./api.js";
import { guestTimes, loadAround, openDeck } from "./deck.js";
import { drop, keep, kept } from "../../lib/device.js";
import { GRADE_WORDS } from "./rules.js";
import { flush, heard } from "./sync.js";

/** @typedef {import("./deck.js").Deck} Deck */
/** @typedef {import("./deck.js").Item} Item */
/** @typedef {import("./records.js").Grade} Grade */
/** @typedef {import("./records.js").Review} Review */

/**
 * @typedef {object} Practice
 * @property {"opening" | "going" | "over" | "empty" | "failed"} status
 * @property {Deck} deck
 * @property {number} at which card
 * @property {import("./deck.js").Around} around
 * @property {any} [summary] as the server tells it
 * @property {import("../../lib/problem.js").Problem} [problem]
 */

const UNDO_FOR = 30_000;
const KEPT = "practice";

/** @type {Practice} */
const NOTHING = { status: "opening", deck: { owner: "", session: null, items: [] }, at: 0, around: { questions: new Map(), rubrics: [], interview: null, habits: new Map() } };

/**
 * A session: opened once, kept for this tab, so that loading the page again goes on where one was.
 *
 * @param {string | undefined} owner the person's id, empty for a guest; undefined while not known
 * @param {import("./deck.js").Choice} choice
 */
export function usePractice(owner, choice) {
  const [practice, setPractice] = useState(NOTHING);
  const [round, setRound] = useState(0);
  const [seen] = useState(() => /** @type {Map<string, import("./records.js").Attempt>} */ (new Map()));
  const name = JSON.stringify([owner, choice]);

  useEffect(() => {
    if (owner === undefined) return undefined;
    let left = false;
    setPractice(NOTHING);
    seen.clear();
    void open(owner, choice, name).then((opened) => !left && setPractice(opened));
    return () => {
      left = true;
    };
  }, [name, round]);

  useEffect(() => {
    const { status, deck, at } = practice;
    if (status === "going") remember(KEPT, { name, deck, at });
    else if (status !== "opening") remember(KEPT, null);
  }, [practice]);

  useEffect(
    () =>
      heard.subscribe(() => {
        const news = heard.get();
        // Upon what was graded meanwhile, drawn or not.
        setPractice((before) => withReview(before, news));
      }),
    [],
  );

  useEnd(practice, setPractice);

  const again = () => setRound((before) => before + 1);
  const end = () => setPractice((before) => (before.status === "going" ? { ...before, status: "over" } : before));
  return { practice, setPractice, again, end, seen };
}

/**
 * @param {string} owner
 * @param {import("./deck.js").Choice} choice
 * @param {string} name
 * @returns {Promise<Practice>} never fails
 */
async function open(owner, choice, name) {
  try {
    const before = recall(KEPT, /** @type {any} */ (null));
    const { deck, at } = before?.name === name ? before : { deck: await openDeck(owner, choice), at: 0 };
    const around = await loadAround(deck);
    const items = /** @type {Item[]} */ (deck.items).filter(({ slug }) => around.questions.has(slug)).map((item) => ({ ...item, minutes: item.minutes || (around.questions.get(item.slug)?.minutes ?? 3) }));
    return { status: items.length > 0 ? "going" : "empty", deck: { ...deck, items }, at: Math.min(at, items.length - 1), around };
  } catch (thrown) {
    return { ...NOTHING, status: "failed", problem: asProblem(thrown) };
  }
}

/** What the server says to a grade: when the card returns. @param {Practice} practice @param {ReturnType<typeof heard.get>} news @returns {Practice} */
function withReview(practice, news) {
  if (!news?.review || !practice.deck.items.some(({ review }) => review === news.id)) return practice;
  const { due_at, card } = news.review;
  return withItems(practice, (items) => items.map((item) => (item.review === news.id ? { ...item, due_at, card } : item.slug === news.review.question.slug ? { ...item, card } : item)));
}

/** @param {Practice} practice @param {(items: Item[]) => Item[]} change @returns {Practice} */
const withItems = (practice, change) => ({ ...practice, deck: { ...practice.deck, items: change(practice.deck.items) } });

/**
 * A session that is over ends with the server, too, once its grades are there; what it makes of it is added.
 *
 * @param {Practice} practice
 * @param {(change: (before: Practice) => Practice) => void} setPractice
 */
function useEnd({ status, deck: { session } }, setPractice) {
  useEffect(() => {
    if (status !== "over" || !session) return undefined;
    let left = false;
    void flush()
      .then(() => endSession(session))
      .then(({ data }) => !left && setPractice((before) => ({ ...before, summary: /** @type {any} */ (data).summary })))
      // Without a network the summary is what this device knows.
      .catch(() => undefined);
    return () => {
      left = true;
    };
  }, [status, session]);
}

/**
 * Grades the card in view and goes on; half a minute long it can be undone.
 *
 * @param {ReturnType<typeof usePractice>} session
 * @param {{ grade: Grade, suggested: Grade | null, attempt: import("./records.js").Attempt, away: Record<Grade, number> | null }} graded
 */
export async function gradeCard({ practice, setPractice }, { grade, suggested, attempt, away }) {
  const { at, deck } = practice;
  const item = deck.items[at];
  /** @type {Review} */
  const review = {
    id: newId(),
    owner: deck.owner,
    question: item.slug,
    grade,
    suggested,
    attempt: attempt.id,
    session: deck.session,
    seconds: Math.round(attempt.seconds),
    reviewed_at: new Date().toISOString(),
    // A guest's is known from what the server said of this card; whoever leaves at once finds it again in time.
    ...(!deck.owner && away ? { due_at: new Date(Date.now() + away[grade]).toISOString() } : {}),
  };
  notePractised();
  await keep("reviews", review);
  const repeat = grade === "again" && !item.repeated;
  setPractice((before) => {
    const items = before.deck.items.map((one, index) => (index === at ? { ...one, grade, review: review.id, attempt: attempt.id, seconds: review.seconds, due_at: review.due_at ?? null } : one));
    const next = withItems({ ...before, at: at + 1 }, () => (repeat ? [...items, { ...item, repeated: true, why: "lapsed", next: null }] : items));
    return next.at < next.deck.items.length ? next : { ...next, at: next.deck.items.length - 1, status: "over" };
  });
  if (deck.owner) void flush();
  else if (!review.due_at) void reckon(review, setPractice);
  let taken = false;
  const undo = () => {
    if (!taken) void takeBack({ review, item, at, repeat }, setPractice);
    taken = true;
  };
  offerUndo(`${GRADE_WORDS[grade]}: “${shortened(practice.around.questions.get(item.slug)?.prompt ?? item.slug)}”`, undo, UNDO_FOR);
}

/** @param {string} text */
const shortened = (text) => (text.length > 44 ? `${text.slice(0, 42).trimEnd()}…` : text);

/** A guest's card that was graded before its times were known: the server reckons when it returns and keeps nothing. @param {Review} review @param {(change: (before: Practice) => Practice) => void} setPractice */
async function reckon(review, setPractice) {
  const { due_at } = await guestTimes(review.question).catch(() => ({ due_at: null }));
  if (!due_at || !(await kept("reviews", review.id))) return;
  await keep("reviews", { ...review, due_at });
  setPractice((before) => withItems(before, (items) => items.map((item) => (item.review === review.id ? { ...item, due_at } : item))));
}

/**
 * @param {{ review: Review, item: Item, at: number, repeat: boolean }} graded
 * @param {(change: (before: Practice) => Practice) => void} setPractice
 */
async function takeBack({ review, item, at, repeat }, setPractice) {
  try {
    // Under way already: let it arrive, then take it back there.
    if (review.owner) await flush();
    if (await kept("reviews", review.id)) await drop("reviews", review.id);
    else await undoReview(review.id);
  } catch (thrown) {
    tell(`The grade stays. ${asProblem(thrown).message}`);
    return;
  }
  const back = (/** @type {Pick<Practice, "deck">} */ { deck }) => {
    const items = deck.items.map((one, index) => (index === at ? item : one));
    return { deck: { ...deck, items: repeat ? items.slice(0, -1) : items }, at };
  };
  // Who has gone to another page finds the card ungraded when they come back.
  const left = recall(KEPT, /** @type {any} */ (null));
  if (left?.deck.items[at]?.review === review.id) remember(KEPT, { ...left, ...back(left) });
  setPractice((before) => ({ ...before, ...back(before), status: "going" }));
}

/**
 * When the card in view would return: told with the session; asked again for one that was graded in
 * it already, and for a guest's.
 *
 * @param {string} owner
 * @param {Item} item
 * @returns {Promise<{ next: import("./api.js").NextTimes, asked: string }>}
 */
export async function timesOf(owner, item) {
  if (item.next) return { next: item.next, asked: item.asked };
  const asked = new Date().toISOString();
  if (!owner) return { next: (await guestTimes(item.slug)).next, asked };
  if (!item.card) throw new Error("A card of one's own has an id.");
  const { data } = await getCard(item.card);
  return { next: /** @type {any} */ (data).next, asked };
}
