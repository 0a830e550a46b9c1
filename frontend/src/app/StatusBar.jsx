import { callBehindView } from "../api/lastCall.js";
import { shortcutGroups } from "../lib/keys.js";
import { useStore } from "../lib/store.js";

/**
 * The call behind the view on the left, the keys of this screen on the right.
 *
 * @param {{ onCall: () => void, callOpen: boolean, onKeys: () => void }} props
 */
export function StatusBar({ onCall, callOpen, onKeys }) {
  const call = useStore(callBehindView);
  const listed = useStore(shortcutGroups)
    .flatMap((group) => group.shortcuts)
    .filter((shortcut) => shortcut.status);
  return (
    <footer class="status no-print">
      <button type="button" class="call" aria-expanded={callOpen} aria-label="The call behind this view" onClick={onCall}>
        {call && (
          <>
            <b>{call.method}</b>
            <span class="call__path">{call.path.replaceAll("%2C", ",")}</span>
            <span class="call__result">{call.status ? `${call.status} · ${call.ms} ms` : "not sent yet"}</span>
          </>
        )}
        <kbd>`</kbd>
      </button>
      <ul class="status__keys" aria-label="Keys of this screen">
        {listed.map((shortcut) => (
          <li key={shortcut.keys.join()}>
            {shortcut.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {shortcut.label}
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
