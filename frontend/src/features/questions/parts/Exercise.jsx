import { apiHref } from "../../../api/href.js";

/** The way to the question's exercise, where it has one. @param {{ question: import("../../../api/models.d.ts").Question }} props */
export function Exercise({ question: { exercise } }) {
  if (!exercise) return null;
  return (
    <p class="question__exercise no-print">
      <a class="link" href={apiHref(exercise)} download>
        Download the exercise
      </a>
      <span class="caption">A small project for Python and pytest, to do offline: a statement, a stub, tests, and five wrong versions that your own tests must catch.</span>
    </p>
  );
}
