/*
 * Runs before the first paint, as a file of its own: puts the theme and the side of the table, as
 * kept on this device, on <html>. No value means "as the system says" and "candidate".
 */
(function () {
  var root = document.documentElement;
  /** @type {{ theme?: string, side?: string }} */
  var kept;
  try {
    kept = JSON.parse(localStorage.getItem("vivavoce") || "{}");
  } catch {
    kept = {};
  }
  if (kept.theme === "light" || kept.theme === "dark") root.dataset.theme = kept.theme;
  root.dataset.side = kept.side === "interviewer" ? "interviewer" : "candidate";
})();
