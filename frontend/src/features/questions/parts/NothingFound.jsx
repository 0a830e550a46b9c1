import { Button } from "../../../ui/Button.jsx";
import { EmptyState } from "../../../ui/States.jsx";
import { chosenCount, elsewhere, unfiltered, WORDS } from "../rules.js";

/**
 * Nothing matches: the spelling, the level or another choice that has results is offered.
 *
 * @param {{ page: import("../api.js").QuestionPage, state: import("../rules.js").BankState, onChange: (state: import("../rules.js").BankState) => void, onClear: () => void, onSearch: (q: string) => void }} props
 */
export function NothingFound({ page, state, onChange, onClear, onSearch }) {
  const spelling = [page.did_you_mean ?? []].flat()[0];
  const other = spelling ? undefined : elsewhere(state, page.facets ?? {});
  const filtered = chosenCount(state) > 0;
  return (
    <EmptyState
      sentence={sentenceFor(state.q, filtered)}
      actions={
        <>
          {spelling && (
            <Button small onClick={() => onSearch(spelling)}>
              Search for “{spelling}”
            </Button>
          )}
          {other && (
            <Button small onClick={() => onChange({ ...state, chosen: { ...state.chosen, [other.group]: [other.value] } })}>
              Show {nameOf(other)}
            </Button>
          )}
          {filtered && state.q ? (
            <Button small look="quiet" onClick={() => onChange(unfiltered(state))}>
              Search everywhere
            </Button>
          ) : (
            <Button small look="quiet" onClick={onClear}>
              Show all questions
            </Button>
          )}
        </>
      }
    >
      {advice(spelling, other)}
    </EmptyState>
  );
}

/** @param {import("../rules.js").Elsewhere} other */
const nameOf = ({ group, value, label }) => (group === "level" ? (WORDS[value] ?? label).toLowerCase() : (WORDS[value] ?? label));

/**
 * @param {string} q
 * @param {boolean} filtered
 */
function sentenceFor(q, filtered) {
  if (!q) return "No question has all of these at once.";
  return `No question mentions “${q}”${filtered ? " with these filters" : ""}.`;
}

/**
 * @param {string | undefined} spelling
 * @param {import("../rules.js").Elsewhere | undefined} other
 */
function advice(spelling, other) {
  if (spelling) return "The bank knows a word that is spelt nearly the same.";
  if (other?.group === "level") return `${other.count} ${other.count === 1 ? "does" : "do"} at ${nameOf(other)}.`;
  if (other) return `With ${nameOf(other)} as the only ${other.group} there ${other.count === 1 ? "is 1" : `are ${other.count}`}.`;
  return "Fewer or other words, or fewer filters, will find more.";
}
