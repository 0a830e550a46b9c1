import { initials } from "../../../lib/format.js";
import { Icon } from "../../../ui/Icon.jsx";

/** @typedef {import("../rules.js").Interview} Interview */

/**
 * Of colleagues one knows who has submitted, and nothing else: their scores stay covered.
 *
 * @param {{ interview: Interview, person: string, mine: string | undefined }} props
 */
export function Others({ interview, person, mine }) {
  const others = interview.participants.filter((one) => one.scorecard && one.person?.id !== person);
  if (others.length === 0) return null;
  const closed = mine === "submitted" || mine === "declined";
  const uncovered = closed && interview.debrief && others.every(({ scorecard }) => scorecard === "submitted");
  return (
    <div class="others">
      <ul aria-label="The others' scorecards">
        {others.map((one) => (
          <li key={one.id} class="others__one">
            <span class="avatar" aria-hidden="true">
              {initials(one.name ?? "")}
            </span>
            <i class={`others__cover${uncovered ? " others__cover--off" : ""}`} aria-hidden="true" />
            <span>
              <span class="sr-only">{one.name}: </span>
              {one.scorecard === "submitted" ? "submitted" : "not yet"}
            </span>
          </li>
        ))}
      </ul>
      {!closed && (
        <p>
          <Icon name="lock" />
          <span>Others’ scores stay covered until you submit yours.</span>
        </p>
      )}
    </div>
  );
}

/** Where one's words are. @param {{ state: import("./keeper.js").Keeping, unsent: number, revising: boolean }} props */
export function Saved({ state, unsent, revising }) {
  const { status, problem, held } = state;
  const words = savedWords(status, unsent, revising);
  const bad = status === "refused" || (status === "kept" && !revising);
  const quiet = !words && held.length === 0;
  return (
    <div class={quiet ? undefined : `saved-state${bad ? " saved-state--bad" : ""}`} role="status">
      {words}
      {status === "refused" && problem && ` ${problem.message}`}
      {held.length > 0 && " Another device wrote in the same place: both versions are kept, compare them below."}
    </div>
  );
}

/** @param {import("./keeper.js").Keeping["status"]} status @param {number} unsent @param {boolean} revising */
function savedWords(status, unsent, revising) {
  if (status === "waiting") return `Not sent yet: ${unsent === 1 ? "1 change waits" : `${unsent} changes wait`} on this device. Write on; they go when the network is back.`;
  if (status === "refused") return "The server did not take the last change; it is kept on this device.";
  if (status === "kept") return revising ? "Your changes are on this device until you submit the revision." : "The scorecard was closed on another device. What you wrote here since is kept on this device: revise the scorecard to send it.";
  return "";
}

/** The usual case in one word, beside the count. @param {{ status: import("./keeper.js").Keeping["status"] }} props */
export function SavedWord({ status }) {
  const words = { saved: ", saved", dirty: ", saving", saving: ", saving" };
  return <span role="status">{words[/** @type {keyof typeof words} */ (status)] ?? ""}</span>;
}
