import { useMemo, useState } from "preact/hooks";
import { apiOrigin } from "../../api/client.js";
import { callBehindView } from "../../api/lastCall.js";
import { useSession } from "../../api/session.js";
import { size } from "../../lib/format.js";
import { jsonTokens, pretty } from "../../lib/json.js";
import { prefer, prefs } from "../../lib/prefs.js";
import { curl, httpie, plain, python } from "../../lib/snippets.js";
import { useStore } from "../../lib/store.js";
import { CopyButton, Tokens } from "../../ui/Code.jsx";
import { Icon } from "../../ui/Icon.jsx";
import { meanings } from "./meanings.js";

const languages = /** @type {const} */ ({ httpie: ["HTTPie", httpie], curl: ["curl", curl], python: ["Python", python] });

/** @typedef {keyof typeof languages} Language */

/** @param {{ onClose: () => void }} props */
export function CallView({ onClose }) {
  const call = useStore(callBehindView);
  return (
    <>
      <div class="drawer__head">
        <div>
          <h2>The call behind this view</h2>
          <p>{call?.path.includes("facets=") && "It follows your filters. "}Run it to get this page as data.</p>
        </div>
        <button type="button" class="drawer__close" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {call ? (
        <>
          <Written call={call} />
          <Reply call={call} />
        </>
      ) : (
        <p class="drawer__none">The call appears here as soon as this page has asked the API for something.</p>
      )}
    </>
  );
}

/** @param {{ call: import("../../api/lastCall.js").Call }} props */
function Written({ call }) {
  const { language } = useStore(prefs);
  const { person } = useSession();
  const [, write] = languages[language] ?? languages.httpie;
  const tokens = write({ method: call.method, url: call.url, body: call.requestBody, headers: call.headers, token: person !== null });
  return (
    <>
      <div class="drawer__tabs">
        <div role="group" aria-label="Language of the call">
          {/** @type {Language[]} */ (Object.keys(languages)).map((name) => (
            <button key={name} type="button" aria-pressed={language === name} onClick={() => prefer({ language: name })}>
              {languages[name][0]}
            </button>
          ))}
        </div>
        <CopyButton text={plain(tokens)} class="drawer__copy" />
      </div>
      <pre class="code drawer__request" role="region" aria-label="The call" tabIndex={0}>
        <Tokens tokens={tokens} />
      </pre>
      <dl class="drawer__map">
        {meanings(call.path).map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** @param {{ call: import("../../api/lastCall.js").Call }} props */
function Reply({ call }) {
  const [asReceived, setAsReceived] = useState(false);
  const tokens = useMemo(() => jsonTokens(asReceived ? call.text : pretty(call.text)), [call, asReceived]);
  const collection = call.path.split("/")[3] ?? "";
  return (
    <>
      <div class="drawer__result">
        {call.status ? (
          <>
            <b class={call.status >= 400 ? "drawer__failed" : undefined}>{call.status}</b>
            <span>{call.contentType}</span>
            <span>{size(call.bytes)}</span>
            <span>{call.ms} ms</span>
          </>
        ) : (
          <span>not sent yet</span>
        )}
        <SwaggerLink collection={collection} />
      </div>
      <button type="button" class="drawer__raw" aria-pressed={asReceived} onClick={() => setAsReceived(!asReceived)}>
        As received
      </button>
      <pre class={`code drawer__reply${asReceived ? " drawer__reply--raw" : ""}`} role="region" aria-label="The reply" tabIndex={0}>
        <Tokens tokens={tokens} />
      </pre>
    </>
  );
}

/** @param {{ collection: string }} props */
function SwaggerLink({ collection }) {
  const [origin, setOrigin] = useState("");
  useMemo(() => void apiOrigin().then(setOrigin), []);
  return (
    <a href={`${origin}/api/docs/#/${collection}`} target="_blank" rel="noreferrer">
      Swagger UI
      <Icon name="external" />
      <span class="sr-only"> (opens a new tab)</span>
    </a>
  );
}
