/** A guest's work as it is handed over: in portions that the server takes, without what it would refuse. Pure. */

/** @typedef {import("./records.js").Attempt} Attempt */
/** @typedef {import("./records.js").Review} Review */
/** @typedef {{ attempts: Attempt[], reviews: Review[] }} Work */

const MOST = { attempts: 50, reviews: 500 };

/** @param {Attempt} attempt an empty draft is nothing to bring along */
export const isWorth = ({ state, body, refused }) => !refused && (state !== "drafting" || body.trim() !== "");

/** @param {Attempt} attempt */
export const asBrought = ({ id, question, version, body, spoken, seconds, state, overrules, self_scores, self_score, reflection, created_at, committed_at, revealed_at, graded_at }) => ({
  id,
  question,
  version,
  body,
  spoken,
  seconds,
  state,
  overrules,
  self_scores,
  self_score,
  reflection,
  created_at,
  committed_at,
  revealed_at,
  graded_at,
});

/** @param {Review} review */
export const asGraded = ({ id, question, grade, suggested, attempt, seconds, reviewed_at }) => ({ id, question, grade, suggested, attempt, seconds, reviewed_at });

/** @template T @param {readonly T[]} list @param {number} most */
const portions = (list, most) => Array.from({ length: Math.ceil(list.length / most) }, (_, at) => list.slice(at * most, (at + 1) * most));

/**
 * Answers before the grades that name them.
 *
 * @param {Work} work
 * @returns {Work[]} one where it is little
 */
export function batches({ attempts, reviews }) {
  const answers = portions(attempts, MOST.attempts);
  const [first = [], ...further] = portions(reviews, MOST.reviews);
  const last = answers.at(-1) ?? [];
  const before = answers.slice(0, -1).map((some) => ({ attempts: some, reviews: /** @type {Review[]} */ ([]) }));
  const all = [...before, { attempts: last, reviews: first }, ...further.map((some) => ({ attempts: /** @type {Attempt[]} */ ([]), reviews: some }))];
  return all.filter((batch) => batch.attempts.length + batch.reviews.length > 0);
}

/**
 * One entry that is refused (its question was withdrawn) must not hold up all the others.
 *
 * @param {Work} batch
 * @param {ReadonlyArray<{ pointer?: string }>} errors as the server named the places
 * @returns {{ rest: Work, refused: Work }}
 */
export function sorted({ attempts, reviews }, errors) {
  const wrong = new Set(errors.flatMap(({ pointer }) => /^#?\/(?:attempts|reviews)\/\d+/.exec(pointer ?? "")?.[0].replace("#", "") ?? []));
  const isWrong = (/** @type {string} */ list, /** @type {number} */ at) => wrong.has(`/${list}/${at}`);
  const refused = { attempts: attempts.filter((_, at) => isWrong("attempts", at)), reviews: reviews.filter((_, at) => isWrong("reviews", at)) };
  const gone = new Set(refused.attempts.map(({ id }) => id));
  const rest = {
    attempts: attempts.filter((_, at) => !isWrong("attempts", at)),
    reviews: reviews.filter((_, at) => !isWrong("reviews", at)).map((review) => (gone.has(review.attempt ?? "") ? { ...review, attempt: null } : review)),
  };
  return { rest, refused };
}
