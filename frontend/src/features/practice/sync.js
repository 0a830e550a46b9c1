/**
 * Brings the server to where this device is: attempts step by step, then the grades. Everything has
 * an id of its own and every step can be repeated, so it does not matter where the network broke off.
 */
import { createStore } from "../../lib/store.js";
import { asProblem } from "../../lib/problem.js";
import { currentSession } from "../../api/session.js";
import { showCall } from "../../api/lastCall.js";
import { reportWaiting } from "../../api/waiting.js";
import { tell } from "../../ui/Notice.jsx";
import { beginAttempt, changeAttempt, getAttempt, sendReview, stepAttempt } from "./api.js";
import { allKept, drop, keep, kept } from "../../lib/device.js";
import { hasOther, isBefore, isThere, isUnsent, judgedIn, waitingCount, writtenIn } from "./records.js";

/** @typedef {import("./records.js").Attempt} Attempt */
/** @typedef {import("./records.js").Review} Review */
/** @typedef {import("../../lib/problem.js").Problem} Problem */

/** A network that comes back is not always there at once: the first tries follow quickly. */
const RETRY_FIRST = 1_000;
const RETRY_MOST = 15_000;

/** What the server said last of an attempt or a review, by its id: screens follow. @type {import("../../lib/store.js").Store<{ id: string, attempt?: Attempt, review?: any } | undefined>} */
export const heard = createStore(/** @type {{ id: string, attempt?: Attempt, review?: any } | undefined} */ (undefined));

/** No reply, or one that says "later": the thing itself is not refused. @param {Problem} problem */
const isPassing = (problem) => problem.status === 0 || problem.status === 429 || problem.status >= 500 || problem.status === 401 || problem.status === 403;

/** @param {any} data @param {string | undefined} etag @returns {import("./records.js").OnServer} */
const snapshot = (data, etag) => ({ etag, state: data.state, written: writtenIn(data), judged: judgedIn(data) });

/**
 * @param {Attempt} attempt
 * @returns {Promise<Attempt>} with what the server has now
 * @throws {Problem} when it could not be brought there
 */
export async function syncAttempt(attempt) {
  let { server } = attempt;
  const note = (/** @type {import("./api.js").Taken<any>} */ { data, etag }) => (server = snapshot(data, etag));
  if (!server) {
    const { id, question, body, spoken, seconds } = attempt;
    note(await beginAttempt({ id, question, body, spoken, seconds }));
  }
  const at = () => /** @type {import("./records.js").OnServer} */ (server);
  if (hasOther(at(), attempt)) {
    // A text that was committed elsewhere is refused, too: both are kept, and the person is asked.
    note(await changeAttempt(attempt.id, { body: attempt.body, spoken: attempt.spoken, seconds: attempt.seconds }, at().etag));
  }
  for (const [step, state] of /** @type {const} */ ([["commit", "committed"], ["reveal", "revealed"]])) {
    if (isBefore(at().state, state) && !isBefore(attempt.state, state)) note(await stepAttempt(attempt.id, step));
  }
  if (attempt.state !== "drafting" && at().judged !== judgedIn(attempt)) {
    const { overrules, self_scores, self_score, reflection } = attempt;
    note(await changeAttempt(attempt.id, { overrules, self_scores, self_score, reflection }, at().etag));
  }
  if (attempt.state === "graded" && at().state !== "graded") note(await stepAttempt(attempt.id, "grade"));
  return { ...attempt, server };
}

/** Sends one attempt and keeps what came of it. @param {Attempt} attempt @returns {Promise<Problem | undefined>} why it waits */
async function deliver(attempt) {
  try {
    await accept(await syncAttempt(attempt));
    return undefined;
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (isPassing(problem)) return problem;
    const now = problem.conflict ? await getAttempt(attempt.id).catch(() => undefined) : undefined;
    if (now) {
      const settled = afterConflict(attempt, now);
      await accept(settled);
      // It had arrived before: what is left of its steps follows in the next round.
      again ||= isUnsent(settled) && isNews(attempt, settled);
    } else {
      // Its words stay on this device; only the sending ends.
      await accept({ ...attempt, refused: true });
      tell(`The server did not take an answer; it stays on this device. ${problem.message}`);
    }
    return undefined;
  }
}

/**
 * @param {Attempt} attempt
 * @param {import("./api.js").Taken<any>} now
 * @returns {Attempt} with the other text beside it, if there is another
 */
function afterConflict(attempt, { data, etag }) {
  if (data.body === attempt.body) return { ...attempt, server: snapshot(data, etag) };
  return { ...attempt, theirs: { body: data.body, etag, state: data.state } };
}

/** Whether the server says more than was known: without it the same call would be refused for ever. @param {Attempt} before @param {Attempt} now */
const isNews = ({ server: before }, { server: now }) => before?.state !== now?.state || before?.etag !== now?.etag;

/** @param {Attempt} attempt as it was when its sending began, with what the server said */
async function accept(attempt) {
  const latest = /** @type {Attempt | undefined} */ (await kept("attempts", attempt.id));
  // It may have been written on while the call was under way: only what the server said is news.
  const merged = latest ? { ...latest, server: attempt.server, theirs: attempt.theirs, refused: attempt.refused } : attempt;
  await keep("attempts", merged);
  heard.set({ id: attempt.id, attempt: merged });
}

/** @param {Review} review @returns {Promise<Problem | undefined>} why it waits */
async function deliverReview(review) {
  const { id, question, grade, suggested, attempt, session, seconds, reviewed_at } = review;
  const body = { id, question, grade, suggested, attempt, session, seconds, reviewed_at };
  try {
    const { data, call } = await sendReview(body).catch((thrown) => sentAnew(body, asProblem(thrown)));
    showCall(call);
    await drop("reviews", id);
    heard.set({ id, review: data });
    return undefined;
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (isPassing(problem)) return problem;
    await drop("reviews", id);
    tell(`The server did not take a grade. ${problem.message}`);
    return undefined;
  }
}

/** A clock that runs ahead, an attempt that did not arrive: the grade counts without them. @param {any} body @param {Problem} problem */
function sentAnew(body, problem) {
  const named = Object.keys(problem.fieldErrors()).filter((name) => ["reviewed_at", "attempt", "session"].includes(name));
  if (problem.status !== 400 || named.length === 0) throw problem;
  return sendReview(Object.fromEntries(Object.entries(body).filter(([name]) => !named.includes(name))));
}

/** @type {Promise<void> | undefined} */
let running;
let again = false;
let failures = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;

/** Sends whatever waits for the person who is here; one round at a time. @returns {Promise<void>} */
export async function flush() {
  if (running) {
    again = true;
    return running;
  }
  clearTimeout(retry);
  running = round().finally(() => {
    running = undefined;
  });
  await running;
  if (again) {
    again = false;
    await flush();
  }
}

/** @param {string} owner */
async function waiting(owner) {
  const attempts = /** @type {Attempt[]} */ (await allKept("attempts")).filter((attempt) => attempt.owner === owner);
  const reviews = /** @type {Review[]} */ (await allKept("reviews")).filter((review) => review.owner === owner);
  return { attempts, reviews: reviews.sort((one, other) => one.reviewed_at.localeCompare(other.reviewed_at)) };
}

async function round() {
  const owner = currentSession().person?.id;
  if (!owner) return;
  const { attempts, reviews } = await waiting(owner);
  const [unsent, arrived] = [attempts.filter(isUnsent), attempts.filter((attempt) => attempt.state === "graded" && isThere(attempt))];
  for (const { id } of arrived) await drop("attempts", id);
  // The first that finds no network stands for all: the rest waits in its place.
  let stuck;
  for (const attempt of unsent) stuck ??= await deliver(attempt);
  for (const review of reviews) stuck ??= await deliverReview(review);
  const left = await waiting(owner);
  reportWaiting("practice", stuck ? waitingCount(left.attempts, left.reviews) : 0);
  plan(Boolean(stuck));
}

/** @param {boolean} stuck whether anything is left to try again */
function plan(stuck) {
  if (stuck) retry = setTimeout(() => void flush(), Math.min(RETRY_MOST, RETRY_FIRST * 2 ** failures));
  failures = stuck ? failures + 1 : 0;
}

if (typeof addEventListener === "function") addEventListener("online", () => void flush());
