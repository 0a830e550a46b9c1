import { choose } from "../api/preferences.js";
import { shortcutGroups } from "../lib/keys.js";
import { prefs } from "../lib/prefs.js";
import { useStore } from "../lib/store.js";
import { Dialog } from "../ui/Dialog.jsx";
import "./keys.css";

/** All keys that work on this screen, by group. @param {{ open: boolean, onClose: () => void }} props */
export function KeysDialog({ open, onClose }) {
  const { singleKeys } = useStore(prefs);
  return (
    <Dialog open={open} onClose={onClose} title="Keys">
      <div class="dialog__body">
        <KeyGroups />
        <label class="keys__switch">
          <input type="checkbox" checked={singleKeys} onChange={(event) => void choose({ singleKeys: event.currentTarget.checked })} />
          Single keys work (they never do while you type)
        </label>
      </div>
    </Dialog>
  );
}

function KeyGroups() {
  const shortcuts = useStore(shortcutGroups).flatMap((group) => group.shortcuts);
  const names = [...new Set(shortcuts.map((shortcut) => shortcut.group))];
  return (
    <div class="keys">
      {names.map((name) => (
        <section key={name}>
          <h3 class="caption">{name}</h3>
          <dl>
            {shortcuts
              .filter((shortcut) => shortcut.group === name)
              .map((shortcut) => (
                <div key={shortcut.keys.join()}>
                  <dt>
                    {shortcut.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{shortcut.label}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
