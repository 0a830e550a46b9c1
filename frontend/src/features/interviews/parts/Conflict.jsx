import { useResource } from "../../../api/useResource.js";
import { moment } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { ErrorState } from "../../../ui/States.jsx";
import { getInterview } from "../api.js";
import { formOf } from "../form.js";
import { differences, STATES } from "../rules.js";

/** @typedef {import("../rules.js").Interview} Interview */

/** @type {Record<string, string>} */
const NAMES = { organization: "Organization", title: "Title", round: "Round", day: "Day", time: "Time", zone: "Time zone", minutes: "Minutes", place: "Place", video: "Video link", participants: "People", notes: "Notes", state: "State" };

/**
 * It was changed elsewhere meanwhile (412): both versions beside each other, and what to do.
 *
 * @param {{ id: string, before: Interview, mine?: import("../form.js").Entered, onAgain: (etag: string | undefined) => void }} props
 *   before: what this page had read; mine: what is about to be sent, where that is a whole version
 */
export function Conflict({ id, before, mine, onAgain }) {
  const { data: theirs, etag, problem, reload } = useResource(`conflict ${id}`, (signal) => getInterview(id, signal));
  if (problem) return <ErrorState what="The newer version did not load." problem={problem} onRetry={reload} />;
  if (!theirs) return null;
  const [left, right] = [flat(mine ?? formOf(before), before.state), flat(formOf(theirs), theirs.state)];
  const changed = differences(left, right);
  return (
    <div class="conflict" role="alert">
      <p>
        <b>This was changed elsewhere at {moment(theirs.updated_at)}.</b> Nothing of yours is lost; it has not been sent yet.
      </p>
      {changed.length > 0 && <Beside columns={[mine ? "Yours" : "As you saw it", "As it is now"]} rows={changed.map((name) => [NAMES[name] ?? name, left[name] || "nothing", right[name] || "nothing"])} />}
      <p class="state__actions">
        <Button small onClick={() => onAgain(etag)}>
          Send mine anyway
        </Button>
        <Button small look="quiet" onClick={() => location.reload()}>
          Keep the newer one
        </Button>
      </p>
    </div>
  );
}

/** @param {import("../form.js").Entered} entered @param {string} state @returns {Record<string, string>} */
function flat(entered, state) {
  // The application is shown by its organization.
  const { participants, ...texts } = { ...entered, application: "" };
  return { ...texts, participants: participants.map(({ name }) => name).join(", "), state: STATES[state] ?? state };
}

/** @param {{ columns: readonly string[], rows: ReadonlyArray<readonly string[]> }} props */
function Beside({ columns, rows }) {
  return (
    <table>
      <thead>
        <tr>
          {["Differs", ...columns].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, left, right]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{left}</td>
            <td>{right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
