/**
 * What stands before and after a question: in the list one came from, else in its category.
 */
import { useResource } from "../../api/useResource.js";
import { listCategory } from "./api.js";
import { placeIn, readTrail } from "./trail.js";

/** @typedef {import("./trail.js").Neighbour} Neighbour */

/**
 * @typedef {object} Neighbours
 * @property {string} title
 * @property {string} address of the list
 * @property {number} at place in `questions`; -1 when unknown
 * @property {number} count of the whole list
 * @property {readonly Neighbour[]} questions
 * @property {Neighbour | undefined} before
 * @property {Neighbour | undefined} after
 */

/**
 * @param {string} name slug or number in the address
 * @param {import("../../api/models.d.ts").Question | undefined} question
 * @returns {Neighbours}
 */
export function useNeighbours(name, question) {
  const slug = question?.slug ?? name;
  const trail = readTrail();
  const at = trail ? placeIn(trail.questions, slug) : -1;
  const category = at < 0 && question ? question.category.slug : null;
  const { data } = useResource(category, (signal) => listCategory(category ?? "", signal));
  if (trail && at >= 0) return around("In this list", trail.address, trail.questions, at, trail.count);
  const { results, count } = data ?? { results: [], count: 0 };
  return around("In this category", `/questions?category=${category}`, results, placeIn(results, slug), count);
}

/**
 * @param {string} title
 * @param {string} address
 * @param {readonly Neighbour[]} questions
 * @param {number} at
 * @param {number} count
 * @returns {Neighbours}
 */
function around(title, address, questions, at, count) {
  return { title, address, at, count, questions, before: at > 0 ? questions[at - 1] : undefined, after: at >= 0 ? questions[at + 1] : undefined };
}
