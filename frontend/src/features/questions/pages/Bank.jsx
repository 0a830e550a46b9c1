import { useLocation } from "preact-iso";
import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { focusHeading } from "../../../lib/page.js";
import { Heading, Page } from "../../../ui/Page.jsx";
import { ProgressLine } from "../../../ui/States.jsx";
import { BankHead } from "../parts/BankHead.jsx";
import { FilterPanel } from "../parts/FilterPanel.jsx";
import { FilterSheet } from "../parts/FilterSheet.jsx";
import { Results } from "../parts/Results.jsx";
import { bankAddress, emptyBank, readBank, withDjango, withToggled } from "../rules.js";
import { leaveTrail } from "../trail.js";
import { useQuestionList } from "../useQuestionList.js";
import { useSearchText } from "../useSearchText.js";
import "../bank.css";
import "../bank-narrow.css";
import "../row.css";

/** The question bank: find the next question worth your time. The address holds the whole state. */
export default function Bank() {
  const { url, route } = useLocation();
  const state = readBank(url.split("?")[1] ?? "");
  const list = useQuestionList(state);
  const [panel, setPanel] = useState(false);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  const go = (/** @type {import("../rules.js").BankState} */ next) => route(bankAddress(next), true);
  const search = useSearchText(state.q, (q) => go({ ...state, q, ordering: q ? state.ordering : state.ordering.replace("-rank", "") }));
  const clear = () => {
    search.setText("");
    go(emptyBank());
    focusHeading();
  };
  const { page } = list;
  useEffect(() => {
    if (page) leaveTrail({ address: bankAddress(state), count: page.count, questions: page.results.map(({ number, slug, prompt }) => ({ number, slug, prompt })) });
  }, [page]);
  useTopOnChange(bankAddress(state));
  useKeys([
    { keys: ["/"], label: "search", group: "Lists", run: () => field.current?.select() },
    { keys: ["F"], label: "filter", group: "Lists", status: { at: 3, label: "filter" }, run: () => focusFilters(() => setPanel(true)) },
  ]);

  const filters = { state, facets: page?.facets, onToggle: (/** @type {import("../rules.js").Group} */ group, /** @type {string} */ value) => go(withToggled(state, group, value)), onDjango: (/** @type {string} */ version) => go(withDjango(state, version)) };
  return (
    <Page title="Questions" class="bank">
      <Heading look="hidden">Questions</Heading>
      <aside class="bank__filters no-print" aria-label="Filters" id="filters">
        <FilterPanel {...filters} />
      </aside>
      <section class="bank__main" aria-label="Results" aria-busy={list.loading}>
        <BankHead {...filters} page={list.problem ? undefined : page} text={search.text} onText={search.setText} field={field} onFilters={() => setPanel(true)} onClear={clear} onOrdering={(ordering) => go({ ...state, ordering })} onAnyNumber={() => go({ ...state, numbers: [] })} />
        <ProgressLine shown={list.loading && list.slow && page !== undefined} />
        <Results list={list} state={state} onChange={go} onClear={clear} onSearch={search.setText} />
      </section>
      <FilterSheet open={panel} onClose={() => setPanel(false)} count={page?.count} onClear={clear} {...filters} />
    </Page>
  );
}

/** Other results begin at their beginning. @param {string} address */
function useTopOnChange(address) {
  const before = useRef(address);
  useEffect(() => {
    if (before.current !== address) scrollTo(0, 0);
    before.current = address;
  }, [address]);
}

/** To the first filter where they stand beside the list, else open them. @param {() => void} open */
function focusFilters(open) {
  const first = /** @type {HTMLElement | null} */ (document.querySelector("#filters input"));
  if (first?.checkVisibility()) first.focus();
  else open();
}
