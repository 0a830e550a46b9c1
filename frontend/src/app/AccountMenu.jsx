import { useLocation } from "preact-iso";
import { choose } from "../api/preferences.js";
import { signOut, useSession } from "../api/session.js";
import { initials } from "../lib/format.js";
import { prefs } from "../lib/prefs.js";
import { hasPage } from "../lib/sitemap.js";
import { useStore } from "../lib/store.js";
import { Icon } from "../ui/Icon.jsx";
import { Menu, MenuItem } from "../ui/Menu.jsx";
import { Segmented } from "../ui/Segmented.jsx";

/** @param {{ onKeys: () => void }} props */
export function AccountMenu({ onKeys }) {
  const { person } = useSession();
  const name = person ? person.name || person.email || "You" : "";
  return (
    <Menu label={person ? `${initials(name)}, account of ${name}` : "Account and settings"} triggerClass="avatar" trigger={person ? initials(name) : <Icon name="person" />}>
      {person && (
        <div class="menu__section">
          <p class="label">{name}</p>
          {person.email && person.email !== name && <p class="caption">{person.email}</p>}
        </div>
      )}
      <AccountLinks onKeys={onKeys} />
      <div class="menu__section">
        <ThemeSwitch />
      </div>
    </Menu>
  );
}

/** @param {{ onKeys: () => void }} props */
export function AccountLinks({ onKeys }) {
  const { person } = useSession();
  // Whoever signs in comes back to where they were.
  const { url } = useLocation();
  const links = person ? [["/settings", "Settings"]] : [["/sign-in", "Sign in"], ["/sign-up", "Make an account"], ["/settings", "Settings"]];
  return (
    <>
      {links
        .filter(([path]) => hasPage(path))
        .map(([path, label]) => (
          <MenuItem key={path} href={path.startsWith("/sign-") ? `${path}?next=${encodeURIComponent(url)}` : path}>
            {label}
          </MenuItem>
        ))}
      <MenuItem onClick={onKeys} aside={<kbd class="wide-only">?</kbd>}>
        All keys
      </MenuItem>
      <a class="menu__item" href="/api/docs/">
        API documentation
        <Icon name="external" />
      </a>
      {person && <MenuItem onClick={() => void signOut()}>Sign out</MenuItem>}
    </>
  );
}

const themes = /** @type {const} */ ([
  { value: "system", label: "System" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
]);

export function ThemeSwitch() {
  const { theme } = useStore(prefs);
  return <Segmented legend="Theme" options={themes} value={theme} onChange={(value) => void choose({ theme: value })} wide />;
}
