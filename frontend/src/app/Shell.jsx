import { useLocation } from "preact-iso";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { callBehindView } from "../api/lastCall.js";
import { focusNextHeading, noteArrival, pageHead } from "../lib/page.js";
import { prefs } from "../lib/prefs.js";
import { useSide } from "../lib/side.js";
import { useKeys } from "../lib/keys.js";
import { useStore } from "../lib/store.js";
import { OfflineStrip } from "../ui/States.jsx";
import { Notice } from "../ui/Notice.jsx";
import { Toasts } from "../ui/Toast.jsx";
import { ApiDrawer } from "./drawer/ApiDrawer.jsx";
import { useDrawer } from "./drawer/useDrawer.js";
import { FindDialog } from "./FindDialog.jsx";
import { KeysDialog } from "./KeysDialog.jsx";
import { MobileBar } from "./MobileBar.jsx";
import { MoreSheet } from "./MoreSheet.jsx";
import { navigation } from "./routes.js";
import { useShortcutListener } from "./shortcuts.js";
import { StatusBar } from "./StatusBar.jsx";
import { TabBar } from "./TabBar.jsx";
import { TopBar } from "./TopBar.jsx";
import "./shell.css";
import "./bars.css";

/** @typedef {"find" | "keys" | "more" | undefined} OpenDialog */

/** @param {{ children: import("preact").ComponentChildren }} props */
export function Shell({ children }) {
  const { path } = useLocation();
  const { focused } = useStore(pageHead);
  const [dialog, setDialog] = useState(/** @type {OpenDialog} */ (undefined));
  const drawer = useDrawer(path);
  const close = useCallback(() => setDialog(undefined), []);
  useDocumentPrefs();
  useHeadingFocus(path);
  useShortcutListener();
  useShellKeys(drawer.toggle, setDialog);
  useEffect(() => {
    close();
    // The next page says which call stands behind it; until then there is none.
    callBehindView.set(undefined);
  }, [path]);

  return (
    <div class={`shell${focused ? " shell--focused" : ""}`}>
      <a class="skip" href="#content">
        Skip to content
      </a>
      {!focused && <Bars path={path} open={setDialog} onCall={drawer.toggle} />}
      <Offline />
      <Notice />
      <div class={`shell__body${drawer.docked ? " shell__body--docked" : ""}`}>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <ApiDrawer mode={drawer.mode} onClose={drawer.close} />
      </div>
      <StatusBar onCall={drawer.toggle} callOpen={drawer.mode !== "shut"} onKeys={() => setDialog("keys")} />
      {!focused && <TabBar path={path} onMore={() => setDialog("more")} />}
      <FindDialog open={dialog === "find"} onClose={close} />
      <KeysDialog open={dialog === "keys"} onClose={close} />
      <MoreSheet open={dialog === "more"} onClose={close} path={path} onKeys={() => setDialog("keys")} />
      <Toasts />
    </div>
  );
}

/** The head of wide screens and of small ones. @param {{ path: string, open: (dialog: OpenDialog) => void, onCall: () => void }} props */
function Bars({ path, open, onCall }) {
  return (
    <>
      <TopBar path={path} onFind={() => open("find")} onKeys={() => open("keys")} />
      <MobileBar onFind={() => open("find")} onCall={onCall} />
    </>
  );
}

/** Theme and side, as attributes of <html>; the early script set them before the first paint. */
function useDocumentPrefs() {
  const { theme } = useStore(prefs);
  const side = useSide();
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.side = side;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
  }, [theme, side]);
}

let popped = false;
// Listening before the router does: it draws the next page as soon as it hears of it.
addEventListener("popstate", () => {
  popped = true;
});

/** After a navigation (not after a filter) the next heading drawn takes the focus. @param {string} path */
function useHeadingFocus(path) {
  const before = useRef(path);
  if (before.current !== path) {
    before.current = path;
    noteArrival(popped);
    focusNextHeading();
  }
  // A step back inside one page (a section, a filter) is not an arrival.
  popped = false;
}

/**
 * @param {() => void} toggleDrawer
 * @param {(dialog: OpenDialog) => void} setDialog
 */
function useShellKeys(toggleDrawer, setDialog) {
  const { route } = useLocation();
  const side = useSide();
  const other = side === "candidate" ? "interviewer" : "candidate";
  const goTo = [...navigation(side), ...navigation(other)]
    .filter((entry, index, all) => entry.nav.key && all.findIndex(({ path }) => path === entry.path) === index)
    .sort((one, two) => (one.nav.key ?? "").localeCompare(two.nav.key ?? ""));
  useKeys([
    { keys: ["Ctrl", "K"], label: "find anything", group: "Everywhere", run: () => setDialog("find") },
    { keys: ["`"], label: "the call behind this view", group: "Everywhere", run: toggleDrawer },
    { keys: ["?"], label: "all keys", group: "Everywhere", run: () => setDialog("keys") },
    { keys: ["Esc"], label: "close, step back", group: "Everywhere" },
    { keys: ["F6"], label: "into the call and back", group: "Everywhere", run: moveBetweenPanes },
    ...goTo.map((entry) => ({ keys: ["G", entry.nav.key ?? ""], label: entry.title, group: "Go to", run: () => route(entry.path) })),
  ]);
}

/** @param {KeyboardEvent} event */
function moveBetweenPanes(event) {
  const drawer = document.getElementById("call");
  const inside = drawer?.contains(document.activeElement);
  const target = inside ? document.getElementById("content") : drawer;
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function Offline() {
  const [offline, setOffline] = useState(() => navigator.onLine === false);
  useEffect(() => {
    const follow = () => setOffline(navigator.onLine === false);
    addEventListener("online", follow);
    addEventListener("offline", follow);
    return () => {
      removeEventListener("online", follow);
      removeEventListener("offline", follow);
    };
  }, []);
  return offline ? <OfflineStrip /> : null;
}
