/**
 * Where the call behind the view is shown: beside the list on wide screens (open or shut as kept
 * on this device), over the page elsewhere, as a sheet on small screens.
 */
import { useEffect, useState } from "preact/hooks";
import { useMedia } from "../../lib/hooks.js";
import { prefer, prefs } from "../../lib/prefs.js";
import { useStore } from "../../lib/store.js";
import { isDocked } from "../routes.js";

/** @typedef {"shut" | "docked" | "over" | "sheet"} DrawerMode */

/** @param {string} path */
export function useDrawer(path) {
  const [open, setOpen] = useState(false);
  const wide = useMedia("(min-width: 1280px)");
  const small = useMedia("(max-width: 760px)");
  const { docked } = useStore(prefs);
  const dockable = wide && isDocked(path);
  useEffect(() => setOpen(false), [path]);
  return {
    mode: /** @type {DrawerMode} */ (dockable ? (docked ? "docked" : "shut") : open ? (small ? "sheet" : "over") : "shut"),
    docked: dockable && docked,
    toggle: () => (dockable ? prefer({ docked: !docked }) : setOpen(!open)),
    close: () => (dockable ? prefer({ docked: false }) : setOpen(false)),
  };
}
