import { useLocation } from "preact-iso";
import { prefer } from "../lib/prefs.js";
import { pageHead } from "../lib/page.js";
import { useSide } from "../lib/side.js";
import { Glyph, Icon } from "../ui/Icon.jsx";
import { AccountMenu } from "./AccountMenu.jsx";
import { DemoMark } from "./DemoMark.jsx";
import { isUnder, navigation } from "./routes.js";

/** @param {{ path: string, onFind: () => void, onKeys: () => void }} props */
export function TopBar({ path, onFind, onKeys }) {
  const side = useSide();
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
  const { route } = useLocation();
  const side = useSide();
  const choose = (/** @type {import("../lib/side.js").Side} */ value) => {
    prefer({ side: value });
    // A page of one side stays as it is: whoever wants the other is led to what is there.
    if ((pageHead.get().side ?? value) !== value) route("/interviews");
  };
  return (
    <div class="side" role="group" aria-label="Side of the table">
      {sides.map(([value, label]) => (
        <button key={value} type="button" aria-pressed={side === value} onClick={() => choose(value)}>
          {label}
        </button>
      ))}
    </div>
  );
}
