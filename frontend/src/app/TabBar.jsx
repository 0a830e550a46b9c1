import { useSide } from "../lib/side.js";
import { Icon } from "../ui/Icon.jsx";
import { isUnder, navigation } from "./routes.js";

/** The navigation of small screens: start, the first three places, and the rest behind More. @param {{ path: string, onMore: () => void }} props */
export function TabBar({ path, onMore }) {
  const side = useSide();
  return (
    <nav class="tab-bar no-print" aria-label="Main">
      <a href="/" aria-current={path === "/" ? "page" : undefined}>
        <Icon name="home" />
        Start
      </a>
      {navigation(side)
        .slice(0, 3)
        .map((entry) => (
          <a key={entry.path} href={entry.path} aria-current={isUnder(path, entry.path) ? "page" : undefined}>
            <Icon name={entry.nav.icon} />
            {entry.title}
          </a>
        ))}
      <button type="button" onClick={onMore}>
        <Icon name="more" />
        More
      </button>
    </nav>
  );
}
