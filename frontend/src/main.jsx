import "./styles/index.css";
import { render } from "preact";
import { App } from "./app/App.jsx";
import { publishSitemap } from "./lib/sitemap.js";
import { onSession, refreshSession } from "./api/session.js";
import { hasPractised } from "./lib/practised.js";
import { routes } from "./app/routes.js";

publishSitemap(routes.map(({ path, title }) => ({ path, title })));
// Whoever signs in where a guest practised takes that along; what waited for the network is sent.
let before = "";
onSession(({ person }) => {
  if (person && hasPractised()) void import("./features/practice/arrival.js").then(({ arrive }) => arrive());
  // Whoever signs out leaves no answers and no voice behind.
  if (before && !person) void import("./features/practice/departure.js").then(({ depart }) => depart());
  before = person?.id ?? "";
});
void refreshSession();

const root = document.getElementById("app");
if (root) render(<App />, root);
