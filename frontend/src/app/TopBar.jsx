import { prefer, prefs } from "../lib/prefs.js";
import { useStore } from "../lib/store.js";
import { Glyph, Icon } from "../ui/Icon.jsx";
import { AccountMenu } from "./AccountMenu.jsx";
import { DemoMark } from "./DemoMark.jsx";
import { isUnder, navigation } from "./routes.js";

/** @param {{ path: string, onFind: () => void, onKeys: () => void }} props */
export function TopBar({ path, onFind, onKeys }) {
  const { side } = useStore(prefs);
  return (
    <header class="top no-print">
      <a class="brand" href="/">
        <Glyph />
        Vivavoce
      </a>
      <SideSwitch />
      <nav class="nav" aria-label="Main">
        {navigation(side).map((entry) => (
          <a key={entry.path} href={entry.path} aria-current={isUnder(path, entry.path) ? "page" : undefined}>
            {entry.title}
          </a>
        ))}
      </nav>
      <div class="tools">
        <DemoMark />
        <button type="button" class="find-button" onClick={onFind}>
          <Icon name="search" />
          <span>Find anything</span>
          <kbd>Ctrl K</kbd>
        </button>
        <AccountMenu onKeys={onKeys} />
      </div>
    </header>
  );
}

const sides = /** @type {const} */ ([
  ["candidate", "Candidate"],
  ["interviewer", "Interviewer"],
]);

/** Which side of the table the site shows: a preference of this device, never a permission. */
export function SideSwitch() {
  const { side } = useStore(prefs);
  return (
    <div class="side" role="group" aria-label="Side of the table">
      {sides.map(([value, label]) => (
        <button key={value} type="button" aria-pressed={side === value} onClick={() => prefer({ side: value })}>
          {label}
        </button>
      ))}
    </div>
  );
}
