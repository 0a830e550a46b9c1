import { Button } from "../../../ui/Button.jsx";
import { EmptyState } from "../../../ui/States.jsx";
import { chosenCount, unfiltered, WORDS } from "../rules.js";

/**
 * Nothing matches: the spelling or the level that has results is offered.
 *
 * @param {{ page: import("../api.js").QuestionPage, state: import("../rules.js").BankState, onChange: (state: import("../rules.js").BankState) => void, onClear: () => void, onSearch: (q: string) => void }} props
 */
export function NothingFound({ page, state, onChange, onClear, onSearch }) {
  const spelling = [page.did_you_mean ?? []].flat()[0];
  // A group's own choice does not shrink its own counts: here the other levels still show theirs.
  const elsewhere = state.chosen.level.length > 0 ? page.facets?.level?.find(({ count }) => count > 0) : undefined;
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
          {!spelling && elsewhere && (
            <Button small onClick={() => onChange({ ...state, chosen: { ...state.chosen, level: [elsewhere.value] } })}>
              Show {elsewhere.label.toLowerCase()}
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
      {advice(spelling, elsewhere)}
    </EmptyState>
  );
}

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
 * @param {{ value: string, label: string, count: number } | undefined} elsewhere
 */
function advice(spelling, elsewhere) {
  if (spelling) return "The bank knows a word that is spelt nearly the same.";
  if (elsewhere) return `${elsewhere.count} ${elsewhere.count === 1 ? "does" : "do"} at ${WORDS[elsewhere.value]?.toLowerCase() ?? elsewhere.label}.`;
  return "Fewer or other words, or fewer filters, will find more.";
}
