import { useSide } from "../lib/side.js";
import { Dialog } from "../ui/Dialog.jsx";
import { AccountLinks, ThemeSwitch } from "./AccountMenu.jsx";
import { DemoWords } from "./DemoMark.jsx";
import { isUnder, navigation } from "./routes.js";
import { SideSwitch } from "./TopBar.jsx";

/** What has no room on a small screen: the side, all places, the account, the theme. @param {{ open: boolean, onClose: () => void, path: string, onKeys: () => void }} props */
export function MoreSheet({ open, onClose, path, onKeys }) {
  const side = useSide();
  return (
    <Dialog open={open} onClose={onClose} title="More" look="sheet">
      <div class="dialog__body more">
        <SideSwitch />
        <nav aria-label="All places">
          {navigation(side).map((entry) => (
            <a key={entry.path} class="menu__item" href={entry.path} aria-current={isUnder(path, entry.path) ? "page" : undefined} onClick={onClose}>
              {entry.title}
            </a>
          ))}
        </nav>
        <div class="menu__rule">
          <AccountLinks onKeys={onKeys} />
        </div>
        <ThemeSwitch />
        <DemoWords />
      </div>
    </Dialog>
  );
}
