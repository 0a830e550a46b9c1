import { useResource } from "../../../api/useResource.js";
import { counted, shortName } from "../../../lib/format.js";
import { focusHeading } from "../../../lib/page.js";
import { Chip } from "../../../ui/Badge.jsx";
import { Icon } from "../../../ui/Icon.jsx";
import { countQuestions } from "../api.js";
import { chosenCount, GROUPS, ORDERINGS, WORDS } from "../rules.js";
import { TakeAlong } from "./TakeAlong.jsx";

/**
 * @typedef {object} HeadProps
 * @property {import("../api.js").QuestionPage | undefined} page
 * @property {string} text
 * @property {(text: string) => void} onText
 * @property {{ current: HTMLInputElement | null }} field
 * @property {() => void} onFilters
 * @property {() => void} onClear
 * @property {(ordering: string) => void} onOrdering
 * @property {() => void} onAnyNumber
 */

/** The head of the list: search, what is chosen, how many there are, in which order. @param {HeadProps & import("./FilterPanel.jsx").FilterProps} props */
export function BankHead({ state, facets, page, text, onText, field, onFilters, onToggle, onDjango, onAnyNumber, onClear, onOrdering }) {
  const chosen = chosenCount(state);
  return (
    <div class="bank__head">
      <search>
        <label class="bank__search">
          <span class="sr-only">Search questions</span>
          <Icon name="search" />
          <input ref={field} type="search" autocomplete="off" spellcheck={false} value={text} placeholder="Words, a number, or a name from Django" onInput={(event) => onText(event.currentTarget.value)} />
          <kbd class="wide-only" aria-hidden="true">
            /
          </kbd>
        </label>
      </search>
      <div class="bank__line">
        <button type="button" class="button button--small bank__open-filters" onClick={onFilters}>
          <Icon name="sliders" />
          Filters
          {chosen > 0 && <b>{chosen}</b>}
        </button>
        <Count page={page} />
        <div class="bank__chips">
          <Chips state={state} facets={facets} onToggle={onToggle} />
          <WholeChips state={state} onDjango={onDjango} onAnyNumber={onAnyNumber} />
          {(chosen > 0 || state.q) && (
            <button type="button" class="bank__clear" onClick={onClear}>
              Clear
            </button>
          )}
        </div>
        <TakeAlong page={page} state={state} />
        <Ordering state={state} onOrdering={onOrdering} />
      </div>
    </div>
  );
}

/** What is chosen, each with its way out. @param {Omit<import("./FilterPanel.jsx").FilterProps, "onDjango">} props */
function Chips({ state, facets, onToggle }) {
  const remove = (/** @type {import("../rules.js").Group} */ group, /** @type {string} */ value) => {
    onToggle(group, value);
    focusHeading();
  };
  return (
    <>
      {GROUPS.flatMap((group) =>
        state.chosen[group].map((value) => {
          const name = labelOf(group, value, facets);
          return (
            <Chip key={`${group}-${value}`} name={name} onRemove={() => remove(group, value)}>
              {name}
            </Chip>
          );
        }),
      )}
    </>
  );
}

/** What is chosen as a whole: the version, and questions by hand. @param {{ state: import("../rules.js").BankState, onDjango: (version: string) => void, onAnyNumber: () => void }} props */
function WholeChips({ state: { versions, numbers }, onDjango, onAnyNumber }) {
  const version = versions.map((one) => one.replace("django:", "Django ")).join(" or ");
  const picked = counted(numbers.length, "question");
  const out = (/** @type {() => void} */ remove) => () => {
    remove();
    focusHeading();
  };
  return (
    <>
      {version && (
        <Chip name={version} onRemove={out(() => onDjango(""))}>
          {version}
        </Chip>
      )}
      {numbers.length > 0 && (
        <Chip name={`${picked} by number`} onRemove={out(onAnyNumber)}>
          {picked}
        </Chip>
      )}
    </>
  );
}

/** @param {{ page: import("../api.js").QuestionPage | undefined }} props */
function Count({ page }) {
  const { data: all } = useResource("all questions", countQuestions);
  return (
    <p class="bank__count" role="status">
      {page && (
        <>
          <b>
            {page.count_is_exact ? "" : "at least "}
            {page.count.toLocaleString("en-GB")}
          </b>
          {all && ` of ${all.count.toLocaleString("en-GB")}`} {page.count === 1 && !all ? "question" : "questions"}
        </>
      )}
    </p>
  );
}

/** @param {{ state: import("../rules.js").BankState, onOrdering: (ordering: string) => void }} props */
function Ordering({ state, onOrdering }) {
  const searching = state.q !== "";
  const value = state.ordering || (searching ? "-rank" : "number");
  return (
    <label class="bank__ordering">
      <span class="sr-only">Order</span>
      <select value={value} onChange={(event) => onOrdering(event.currentTarget.value === (searching ? "-rank" : "number") ? "" : event.currentTarget.value)}>
        {ORDERINGS.filter((option) => searching || !option.search).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </label>
  );
}

/**
 * @param {string} group
 * @param {string} value
 * @param {Record<string, import("../../../api/models.d.ts").FacetCount[]> | undefined} facets
 */
function labelOf(group, value, facets) {
  return WORDS[value] ?? shortName(facets?.[group]?.find((one) => one.value === value)?.label ?? value);
}
