/**
 * The bank's results: the first page follows the filters, further pages follow on request. Lists
 * already seen in this visit are shown at once while they are asked for again.
 */
import { useEffect, useState } from "preact/hooks";
import { useResource } from "../../api/useResource.js";
import { asProblem } from "../../lib/problem.js";
import { listQuestions, nextQuestions } from "./api.js";
import { bankAddress } from "./rules.js";

/** @typedef {import("./api.js").QuestionPage} QuestionPage */
/** @typedef {{ key: string, page: QuestionPage }} Seen */

/** @type {Map<string, QuestionPage>} */
const seen = new Map();

/**
 * @param {import("./rules.js").BankState} state
 */
export function useQuestionList(state) {
  const key = bankAddress(state);
  const first = useResource(key, (signal) => listQuestions(state, signal), { behindView: true });
  const [grown, setGrown] = useState(/** @type {Seen | undefined} */ (undefined));
  const [more, setMore] = useState(/** @type {{ working: boolean, problem?: import("../../lib/problem.js").Problem }} */ ({ working: false }));

  const fresh = first.loading ? undefined : first.data;
  const remembered = seen.get(key);
  const page = grown?.key === key ? grown.page : (fresh ?? remembered ?? first.data);
  useEffect(() => {
    if (!fresh) return;
    // The pages after an unchanged first one are still good.
    const before = seen.get(key);
    const same = before && before.count === fresh.count && before.results[0]?.id === fresh.results[0]?.id;
    const kept = same && before.results.length > fresh.results.length ? { ...fresh, results: before.results, next: before.next } : fresh;
    seen.set(key, kept);
    setGrown({ key, page: kept });
  }, [fresh]);

  const loadMore = async () => {
    if (!page?.next || more.working) return;
    setMore({ working: true });
    try {
      const { data } = await nextQuestions(page.next);
      const joined = { ...page, results: [...page.results, ...data.results], next: data.next };
      seen.set(key, joined);
      setGrown({ key, page: joined });
      setMore({ working: false });
    } catch (thrown) {
      setMore({ working: false, problem: asProblem(thrown) });
    }
  };
  return { page, problem: first.problem, loading: first.loading, slow: first.slow, reload: first.reload, loadMore, more };
}
