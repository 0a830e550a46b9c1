import { ErrorBoundary, lazy, LocationProvider, Route, Router } from "preact-iso";
import { routes } from "./routes.js";
import { Shell } from "./Shell.jsx";
import { NotFound } from "./NotFound.jsx";

const pages = routes.map((route) => ({ path: route.path, component: lazy(route.load) }));

/** Addresses of the server's own pages: links to them are ordinary loads. */
const SITE = /^(?!\/(api|_allauth|admin|openapi|static)([/.-]|$))/;

export function App() {
  return (
    <LocationProvider scope={SITE}>
      <ErrorBoundary onError={report}>
        <Shell>
          <Router>
            {pages.map(({ path, component }) => (
              <Route key={path} path={path} component={component} />
            ))}
            <Route default component={NotFound} />
          </Router>
        </Shell>
      </ErrorBoundary>
    </LocationProvider>
  );
}

/**
 * A page that does not load is nearly always an old one: the site was updated while this tab was
 * open, and its files are gone. Loading afresh brings the new ones; once only, not in a circle.
 *
 * @param {Error} error
 */
function report(error) {
  if (!/import|module/i.test(error.message) || sessionStorage.getItem("vivavoce.reloaded") === location.href) {
    console.error(error);
    return;
  }
  sessionStorage.setItem("vivavoce.reloaded", location.href);
  location.reload();
}
