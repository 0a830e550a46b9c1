import { useState } from "preact/hooks";
import { useResource } from "../../../api/useResource.js";
import { useSend } from "../../../api/useSend.js";
import { moment } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { CopyButton } from "../../../ui/Code.jsx";
import { EmptyState, ErrorState, SkeletonRows } from "../../../ui/States.jsx";
import { listTokens, revokeToken } from "../api.js";
import { expiryWords, scopeWords } from "../tokens.js";
import { TokenForm } from "./TokenForm.jsx";

/** @typedef {import("../api.js").Token} Token */

/** Keys for programs: made, shown once, listed with their last use, revoked. */
export function Tokens() {
  const { data, problem, slow, reload } = useResource("tokens", listTokens);
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState(/** @type {import("../api.js").NewToken | undefined} */ (undefined));
  const done = (/** @type {import("../api.js").NewToken} */ token) => {
    setMade(token);
    setMaking(false);
    reload();
  };
  return (
    <section class="settings__part" aria-labelledby="tokens">
      <div>
        <h2 id="tokens">Tokens</h2>
        <p class="caption">A token lets a program act for you, within its scopes, until it expires or you revoke it.</p>
      </div>
      <div class="settings__fields settings__fields--wide">
        {made && <Secret token={made} />}
        {problem ? <ErrorState what="Your tokens did not load." problem={problem} onRetry={reload} /> : <TokenTable tokens={data?.results} slow={slow} quiet={making} onRevoked={reload} />}
        {making ? (
          <TokenForm onMade={done} onLeave={() => setMaking(false)} />
        ) : (
          <p>
            <Button icon="plus" onClick={() => setMaking(true)}>
              Make a token
            </Button>
          </p>
        )}
      </div>
    </section>
  );
}

/** The one time that the secret can be read. @param {{ token: import("../api.js").NewToken }} props */
function Secret({ token }) {
  const command = `export VIVAVOCE_TOKEN=${token.secret}`;
  return (
    <div class="secret" role="status">
      <p>
        <b>“{token.name}” is made. Copy its secret now:</b> it is shown this once and not kept anywhere here.
      </p>
      <p class="secret__text machine mono">{token.secret}</p>
      <p class="state__actions">
        <CopyButton text={token.secret} label="Copy the secret" class="button button--secondary" />
        <CopyButton text={command} label="Copy as a shell line" class="button button--quiet" />
      </p>
    </div>
  );
}

/** @param {{ tokens: readonly Token[] | undefined, slow: boolean, quiet: boolean, onRevoked: () => void }} props quiet: say nothing of an empty list */
function TokenTable({ tokens, slow, quiet, onRevoked }) {
  const now = Date.now();
  if (!tokens) return slow ? <SkeletonRows rows={2} label="Loading tokens" /> : null;
  if (tokens.length === 0) return quiet ? null : <EmptyState sentence="No program comes in yet.">Make a token, and curl, HTTPie or a script of yours can.</EmptyState>;
  return (
    <ul class="tokens">
      {tokens.map((token) => (
        <li key={token.id}>
          <div>
            <b>{token.name}</b> <span class="mono caption">{token.hint}…</span>
            <p class="caption">{scopeWords(token.scopes ?? [])}</p>
          </div>
          <div class="caption">
            {expiryWords(token.expires_at, now)}
            <br />
            {token.last_used_at ? `last used ${moment(token.last_used_at)}` : "not used yet"}
          </div>
          <Revoke token={token} onRevoked={onRevoked} />
        </li>
      ))}
    </ul>
  );
}

/** Asked twice, since a revoked token cannot come back. @param {{ token: Token, onRevoked: () => void }} props */
function Revoke({ token, onRevoked }) {
  const [sure, setSure] = useState(false);
  const { run, working, problem } = useSend(revokeToken, onRevoked);
  if (!sure) {
    return (
      <Button small look="quiet" label={`Revoke ${token.name}`} onClick={() => setSure(true)}>
        Revoke
      </Button>
    );
  }
  return (
    <div class="tokens__sure">
      <p>{problem ? `Not revoked. ${problem.message}` : "Programs that use it stop at once."}</p>
      <p class="state__actions">
        <Button small working={working} label={`Revoke ${token.name} for good`} onClick={() => void run(token.id)}>
          Revoke for good
        </Button>
        <Button small look="quiet" onClick={() => setSure(false)}>
          Keep it
        </Button>
      </p>
    </div>
  );
}
