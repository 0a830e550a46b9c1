import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { api, take } from "../api/client.js";
import { refreshSession, useSession } from "../api/session.js";
import { asProblem } from "../lib/problem.js";
import { hasPage } from "../lib/sitemap.js";
import { Button } from "../ui/Button.jsx";
import { Menu } from "../ui/Menu.jsx";
import "../ui/badge.css";

/** Says that there is a demo world here, and takes it away. Draws nothing where there is none. */
export function DemoMark() {
  const { installation } = useSession();
  if (!installation?.demo_sign_in) return null;
  return (
    <Menu label="Demo world" trigger="Demo world" triggerClass="tag demo-mark">
      <div class="menu__section">
        <DemoWords />
      </div>
    </Menu>
  );
}

/** What the demo world is, with the one press that erases it. */
export function DemoWords() {
  const { installation, demo } = useSession();
  const address = installation?.demo_sign_in;
  if (!address) return null;
  return (
    <div class="demo-words">
      <p class="label">The demo world is loaded</p>
      <p class="caption">An invented person with invented openings and interviews, dated around today.</p>
      {demo ? <Erase /> : <p class="caption">Sign in as {address} to look around or to erase it.</p>}
      {!demo && hasPage("/sign-in") && (
        <Button small href="/sign-in">
          Sign in
        </Button>
      )}
    </div>
  );
}

function Erase() {
  const { route } = useLocation();
  const [state, setState] = useState(/** @type {{ working: boolean, problem?: string }} */ ({ working: false }));
  const erase = async () => {
    setState({ working: true });
    try {
      await take(api.POST("/api/v1/demo/erase/"));
      await refreshSession();
      route("/");
    } catch (thrown) {
      setState({ working: false, problem: asProblem(thrown).message });
    }
  };
  return (
    <>
      <Button small working={state.working} onClick={erase}>
        {state.working ? "Erasing" : "Erase the demo world"}
      </Button>
      {state.problem && (
        <p class="caption" role="alert">
          Not erased. {state.problem}
        </p>
      )}
    </>
  );
}
