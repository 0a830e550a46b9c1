/**
 * What happens when somebody signs in on a device on which they practised: a guest's work becomes
 * theirs, once and without loss, and what waited for the network is sent. It is removed here only
 * after the server has said that it has it; repeating an interrupted claim changes nothing.
 */
import { counted, listed } from "../../lib/format.js";
import { asProblem } from "../../lib/problem.js";
import { forgetPractised } from "../../lib/practised.js";
import { tell } from "../../ui/Notice.jsx";
import { claim } from "./api.js";
import { allKept, drop } from "../../lib/device.js";
import { flush } from "./sync.js";

/** @typedef {import("./records.js").Attempt} Attempt */
/** @typedef {import("./records.js").Review} Review */

/** @param {Attempt} attempt */
const asBrought = ({ id, question, body, spoken, seconds, state, overrules, self_scores, self_score, created_at, committed_at, revealed_at, graded_at }) => ({
  id,
  question,
  body,
  spoken,
  seconds,
  state,
  overrules,
  self_scores,
  self_score,
  created_at,
  committed_at,
  revealed_at,
  graded_at,
});

/** @param {Review} review */
const asGraded = ({ id, question, grade, suggested, attempt, seconds, reviewed_at }) => ({ id, question, grade, suggested, attempt, seconds, reviewed_at });

/** @returns {Promise<{ attempts: Attempt[], reviews: Review[] }>} what a guest did here */
async function guestWork() {
  const [attempts, reviews] = await Promise.all([allKept("attempts"), allKept("reviews")]);
  const isGuests = (/** @type {{ owner: string }} */ { owner }) => owner === "";
  return { attempts: attempts.filter(isGuests), reviews: reviews.filter(isGuests) };
}

/** @param {Attempt} attempt an empty draft is nothing to bring along */
const isWorth = ({ state, body }) => state !== "drafting" || body.trim() !== "";

async function bringAlong() {
  const { attempts, reviews } = await guestWork();
  const worth = attempts.filter(isWorth);
  if (worth.length + reviews.length > 0) {
    const { data } = await claim({ attempts: worth.map(asBrought), reviews: reviews.map(asGraded) });
    const taken = /** @type {any} */ (data);
    // What had arrived before a break counts, too: it was this claim.
    const arrived = (/** @type {{ claimed: number, known: number }} */ { claimed, known }) => claimed + known;
    const [answers, grades] = [arrived(taken.attempts), arrived(taken.reviews)];
    const parts = [answers > 0 ? counted(answers, "answer") : "", grades > 0 ? counted(grades, "grade") : ""].filter(Boolean);
    if (parts.length > 0) tell(`What you practised as a guest is yours now: ${listed(parts)}.`, { href: "/practice", label: "Go on practising" });
  }
  await Promise.all([...attempts.map(({ id }) => drop("attempts", id)), ...reviews.map(({ id }) => drop("reviews", id))]);
}

/** @type {Promise<void> | undefined} */
let arriving;

/** Called when the server has said that somebody is signed in. @returns {Promise<void>} */
export function arrive() {
  arriving ??= settle().finally(() => {
    arriving = undefined;
  });
  return arriving;
}

async function settle() {
  try {
    await bringAlong();
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.status >= 400 && problem.status < 500) tell(`What you practised as a guest could not be taken over; it stays on this device. ${problem.message}`);
    else addEventListener("online", () => void arrive(), { once: true });
    return;
  }
  await flush();
  const left = (await allKept("attempts")).length + (await allKept("reviews")).length;
  if (left === 0) forgetPractised();
}
