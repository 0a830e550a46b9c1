import { useLocation } from "preact-iso";
import { useEffect, useRef, useState } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { cameBack } from "../../../lib/page.js";
import { Button } from "../../../ui/Button.jsx";
import { ErrorState, SkeletonRows } from "../../../ui/States.jsx";
import { useStore } from "../../../lib/store.js";
import { flip, selection } from "../selection.js";
import { lastOpened } from "../trail.js";
import { Hidden } from "./Hidden.jsx";
import { NothingFound } from "./NothingFound.jsx";
import { QuestionRow } from "./QuestionRow.jsx";

/**
 * The list block: rows, or why there are none. Its failures stay inside it.
 *
 * @param {{ list: ReturnType<typeof import("../useQuestionList.js").useQuestionList>, state: import("../rules.js").BankState, onChange: (state: import("../rules.js").BankState) => void, onClear: () => void, onSearch: (q: string) => void }} props
 */
export function Results({ list, state, onChange, onClear, onSearch }) {
  const { page, problem, slow, reload } = list;
  if (problem) return <ErrorState what="The questions did not load." problem={problem} onRetry={reload} />;
  if (!page) return slow ? <SkeletonRows label="Loading questions" /> : null;
  const hidden = <Hidden page={list.loading ? undefined : page} state={state} onChange={onChange} />;
  if (page.results.length === 0) {
    return (
      <>
        {hidden}
        <NothingFound page={page} state={state} onChange={onChange} onClear={onClear} onSearch={onSearch} />
      </>
    );
  }
  return (
    <>
      {hidden}
      <div class="bank__columns caption" aria-hidden="true">
        <span />
        <span>Question</span>
        <span>Evidence</span>
      </div>
      <Rows page={page} />
      {page.next && (
        <p class="bank__more">
          <Button onClick={list.loadMore} working={list.more.working}>
            Show more
          </Button>
          <span class="caption">
            {page.results.length} of {page.count_is_exact ? "" : "at least "}
            {page.count} shown
          </span>
        </p>
      )}
      {list.more.problem && <ErrorState what="The next questions did not load." problem={list.more.problem} onRetry={list.loadMore} />}
    </>
  );
}

/** @param {{ page: import("../api.js").QuestionPage }} props */
function Rows({ page }) {
  const { route } = useLocation();
  const rows = page.results;
  const element = useRef(/** @type {HTMLOListElement | null} */ (null));
  const picked = new Set(useStore(selection).map(({ number }) => number));
  const [cursor, setCursor] = useState(() => (cameBack() ? rows.findIndex(({ slug }) => slug === lastOpened()) : -1));
  const at = Math.min(cursor, rows.length - 1);
  // Keys may come faster than drawing: they count from here.
  const latest = useRef(at);
  latest.current = at;
  const linkAt = (/** @type {number} */ index) => /** @type {HTMLElement | null} */ (element.current?.children[index]?.querySelector("a"));
  useEffect(() => {
    if (at < 0 || !cameBack()) return;
    linkAt(at)?.focus({ preventScroll: true });
    linkAt(at)?.scrollIntoView({ block: "center" });
  }, []);
  const move = (/** @type {number} */ by) => {
    const next = Math.max(0, Math.min(rows.length - 1, latest.current + by));
    latest.current = next;
    setCursor(next);
    linkAt(next)?.focus();
  };
  useKeys([
    { keys: ["J"], label: "down", group: "Lists", status: { at: 1, label: "move" }, run: () => move(1) },
    { keys: ["K"], label: "up", group: "Lists", status: { at: 1, label: "move" }, run: () => move(at < 0 ? 0 : -1) },
    { keys: ["Enter"], label: "open", group: "Lists", status: { at: 2, label: "open" }, run: () => at >= 0 && route(`/questions/${rows[at].slug}`) },
    { keys: ["X"], label: "select", group: "Lists", status: { at: 2.5, label: "select" }, run: () => latest.current >= 0 && flip(rows[latest.current]) },
  ]);
  return (
    <ol class="bank__list" ref={element}>
      {rows.map((question, index) => (
        <QuestionRow key={question.id} question={question} current={index === at} picked={picked.has(question.number)} onFocus={() => setCursor(index)} onPick={() => flip(question)} />
      ))}
    </ol>
  );
}
