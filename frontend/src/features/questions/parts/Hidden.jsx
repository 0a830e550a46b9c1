import { useResource } from "../../../api/useResource.js";
import { listEveryVersion } from "../api.js";
import { bankAddress, withDjango } from "../rules.js";
import { djangoOf, hiddenWords } from "../versions.js";

/**
 * What the chosen Django leaves out of the list, and why.
 *
 * @param {{ page: import("../api.js").QuestionPage | undefined, state: import("../rules.js").BankState, onChange: (state: import("../rules.js").BankState) => void }} props
 */
export function Hidden({ page, state, onChange }) {
  const version = djangoOf(state.versions);
  const whole = withDjango(state, "");
  const { data, loading } = useResource(version ? bankAddress({ ...whole, ordering: "" }) : null, (signal) => listEveryVersion(whole, signal));
  if (!version || !page || !data || loading) return null;
  const hidden = Math.max(0, data.count - page.count);
  return (
    <p class="bank__hidden" role="status">
      {hiddenWords(hidden, data.results.map(({ applies_to }) => applies_to), version)}
      {hidden > 0 && (
        <button type="button" class="bank__clear" onClick={() => onChange(whole)}>
          Show them
        </button>
      )}
    </p>
  );
}
