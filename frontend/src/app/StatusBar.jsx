import { callBehindView } from "../api/lastCall.js";
import { allWaiting, waitingWrites } from "../api/waiting.js";
import { shortcutGroups } from "../lib/keys.js";
import { useStore } from "../lib/store.js";

/**
 * The call behind the view on the left, the keys of this screen on the right.
 *
 * @param {{ onCall: () => void, callOpen: boolean, onKeys: () => void }} props
 */
export function StatusBar({ onCall, callOpen, onKeys }) {
  const call = useStore(callBehindView);
  const waiting = allWaiting(useStore(waitingWrites));
  const listed = statusKeys(useStore(shortcutGroups).flatMap((group) => group.shortcuts));
  return (
    <footer class="status no-print">
      <button type="button" class="call" aria-expanded={callOpen} onClick={onCall}>
        <span class="sr-only">The call behind this view: </span>
        {!call && <span class="call__result">no call yet</span>}
        {call && (
          <>
            <b>{call.method}</b>
            <span class="call__path">{call.path.replaceAll("%2C", ",")}</span>
            <span class="call__result">{call.status ? `${call.status} · ${call.ms} ms` : "not sent yet"}</span>
          </>
        )}
        <kbd>`</kbd>
      </button>
      <span class="status__waiting" role="status">
        {waiting > 0 && `${waiting} waiting`}
      </span>
      <ul class="status__keys" aria-label="Keys of this screen">
        {listed.map(([label, keys]) => (
          <li key={label}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {label}
          </li>
        ))}
        <li>
          <button type="button" class="status__all" onClick={onKeys}>
            <kbd>?</kbd>
            all keys
          </button>
        </li>
      </ul>
    </footer>
  );
}

/**
 * @param {import("../lib/keys.js").Shortcut[]} shortcuts
 * @returns {Array<[label: string, keys: string[]]>} in their places, keys of the same words together
 */
export function statusKeys(shortcuts) {
  /** @type {Map<string, string[]>} */
  const joined = new Map();
  const placed = shortcuts.filter((shortcut) => shortcut.status).sort((one, other) => (one.status?.at ?? 0) - (other.status?.at ?? 0));
  for (const { status, keys } of placed) {
    if (status) joined.set(status.label, [...(joined.get(status.label) ?? []), ...keys]);
  }
  return [...joined];
}
