import "./styles/index.css";
import { render } from "preact";
import { App } from "./app/App.jsx";
import { publishSitemap } from "./lib/sitemap.js";
import { refreshSession } from "./api/session.js";
import { routes } from "./app/routes.js";

publishSitemap(routes.map(({ path, title }) => ({ path, title })));
void refreshSession();

const root = document.getElementById("app");
if (root) render(<App />, root);
