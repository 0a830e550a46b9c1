import { useSession } from "../../../api/session.js";
import { choose } from "../../../api/preferences.js";
import { prefs } from "../../../lib/prefs.js";
import { useStore } from "../../../lib/store.js";
import { Heading, Page } from "../../../ui/Page.jsx";
import { Segmented } from "../../../ui/Segmented.jsx";
import { SignInNeeded } from "../../../ui/SignInNeeded.jsx";
import { DemoWorld } from "../parts/DemoWorld.jsx";
import { Team } from "../parts/Team.jsx";
import { Tokens } from "../parts/Tokens.jsx";
import { You } from "../parts/You.jsx";
import "../settings.css";

/** Who one is here, how the site behaves, and which programs may come in. */
export default function Settings() {
  const { person, known } = useSession();
  return (
    <Page title="Settings">
      <header class="page__head">
        <Heading>Settings</Heading>
      </header>
      {person && <You />}
      <Behaviour />
      {person ? (
        <>
          <Team />
          <Tokens />
          <DemoWorld />
        </>
      ) : (
        known && <SignInNeeded sentence="Name, time zone and tokens belong to an account.">What stands above holds for this device, with or without one.</SignInNeeded>
      )}
    </Page>
  );
}

const THEMES = /** @type {const} */ ([
  { value: "system", label: "As the device" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
]);

function Behaviour() {
  const { theme, singleKeys, shutAnswers } = useStore(prefs);
  const { person } = useSession();
  return (
    <section class="settings__part" aria-labelledby="behaviour">
      <div>
        <h2 id="behaviour">This site</h2>
        <p class="caption">{person ? "Kept with your account, so other devices follow." : "Kept on this device."}</p>
      </div>
      <div class="settings__fields">
        <div>
          <p class="label">Theme</p>
          <Segmented legend="Theme" options={THEMES} value={theme} onChange={(value) => void choose({ theme: value })} />
        </div>
        <Switch label="Single keys work as shortcuts" hint="They never do while you type. All keys stand under ?." on={singleKeys} onChange={(on) => void choose({ singleKeys: on })} />
        <Switch label="Keep example answers shut" hint="They open at a press, so that you can try first." on={shutAnswers} onChange={(on) => void choose({ shutAnswers: on })} />
      </div>
    </section>
  );
}

/** @param {{ label: string, hint: string, on: boolean, onChange: (on: boolean) => void }} props */
function Switch({ label, hint, on, onChange }) {
  return (
    <label class="switch">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        <span class="caption switch__hint">{hint}</span>
      </span>
    </label>
  );
}
