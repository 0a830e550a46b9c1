/** What somebody without an account did in this browser, in short. */
import { useEffect, useState } from "preact/hooks";
import { allKept } from "../../lib/device.js";
import { counted, moment } from "../../lib/format.js";
import { hasPractised } from "../../lib/practised.js";

/** @typedef {{ owner: string, question: string, reviewed_at: string, due_at?: string | null }} KeptReview */

/**
 * @typedef {object} Done
 * @property {number} questions graded, each counted once
 * @property {number} due of them now
 * @property {string | null} next when the first of the others returns
 */

/**
 * @param {readonly KeptReview[]} reviews of this device, a guest's and others'
 * @param {number} now
 * @returns {Done}
 */
export function doneHere(reviews, now) {
  /** @type {Map<string, KeptReview>} */
  const latest = new Map();
  const mine = reviews.filter(({ owner }) => owner === "");
  for (const review of mine.toSorted((one, other) => one.reviewed_at.localeCompare(other.reviewed_at))) latest.set(review.question, review);
  const times = [...latest.values()].flatMap(({ due_at: due }) => (due ? [Date.parse(due)] : []));
  const ahead = times.filter((time) => time > now);
  return { questions: latest.size, due: times.length - ahead.length, next: ahead.length > 0 ? new Date(Math.min(...ahead)).toISOString() : null };
}

/** "Three questions practised in this browser" as a headline. @param {Done} done */
export const headline = ({ questions, due }) => (due > 0 ? `${counted(due, "question")} of the ${questions} that you practised here ${due === 1 ? "is" : "are"} due.` : `You practised ${counted(questions, "question")} in this browser.`);

/** When the next one returns. @param {Done} done */
export const returns = ({ due, next }) => (due === 0 && next ? `The next returns ${moment(next)}.` : "");

/** @returns {Done | undefined} nothing while it is read, and where nothing was practised */
export function useDoneHere() {
  const [done, setDone] = useState(/** @type {Done | undefined} */ (undefined));
  useEffect(() => {
    if (!hasPractised()) return;
    void allKept("reviews").then(
      (reviews) => setDone(doneHere(reviews, Date.now())),
      () => undefined,
    );
  }, []);
  return done && done.questions > 0 ? done : undefined;
}
