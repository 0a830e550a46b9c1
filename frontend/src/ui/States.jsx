/** What a block shows instead of its content: waiting, nothing, a failure, no connection. */
import { useState } from "preact/hooks";
import { copyText } from "../lib/copy.js";
import { curl, plain } from "../lib/snippets.js";
import { Button } from "./Button.jsx";
import { Icon } from "./Icon.jsx";
import "./states.css";

/**
 * Rows with the geometry of the real ones.
 *
 * @param {{ rows?: number, label?: string }} props
 */
export function SkeletonRows({ rows = 8, label = "Loading" }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="skeleton__row" aria-hidden="true">
          <i class="skeleton__bar skeleton__id" />
          <div>
            <i class="skeleton__bar skeleton__line" />
            <i class="skeleton__bar skeleton__meta" />
          </div>
          <i class="skeleton__bar skeleton__end" />
        </div>
      ))}
    </div>
  );
}

/** A page of text that is on its way. @param {{ label?: string }} props */
export function SkeletonText({ label = "Loading" }) {
  return (
    <div class="skeleton skeleton--text" role="status" aria-label={label}>
      {["title", "title", "meta", "line", "line", "meta", "line", "line"].map((kind, index) => (
        <i key={index} class={`skeleton__bar skeleton__${kind}`} aria-hidden="true" />
      ))}
    </div>
  );
}

/**
 * @param {{ sentence: import("preact").ComponentChildren, children?: import("preact").ComponentChildren, actions?: import("preact").ComponentChildren }} props
 *   sentence: what is so, in the serif voice; children: what to do; at most two actions
 */
export function EmptyState({ sentence, children, actions }) {
  return (
    <div class="empty">
      <p class="empty__sentence voice">{sentence}</p>
      {children && <p class="empty__advice">{children}</p>}
      {actions && <p class="state__actions">{actions}</p>}
    </div>
  );
}

/**
 * In place of the block that failed; the rest of the page lives.
 *
 * @param {{ what: string, problem: import("../lib/problem.js").Problem, onRetry?: () => void }} props
 *   what: "The questions did not load."
 */
export function ErrorState({ what, problem, onRetry }) {
  const [copied, setCopied] = useState(false);
  const call = problem.call;
  const machine = [problem.status || "no reply", problem.type === "about:blank" ? "" : problem.type, problem.requestId && `request ${problem.requestId}`];
  const copy = async () => setCopied(Boolean(call) && (await copyText(plain(curl({ ...call, method: call?.method ?? "GET", url: call?.url ?? "", body: call?.requestBody })))));
  return (
    <div class="error" role="alert">
      <p class="error__what">
        <b>{what}</b> {problem.message}
      </p>
      <Faults problem={problem} />
      <p class="error__machine mono">{machine.filter(Boolean).join(" · ")}</p>
      <p class="state__actions">
        {onRetry && (
          <Button small onClick={onRetry}>
            Try again
          </Button>
        )}
        {call && (
          <Button small look="quiet" onClick={copy}>
            {copied ? "Copied" : "Copy the call"}
          </Button>
        )}
      </p>
    </div>
  );
}

/** What exactly was refused, where the server says so. @param {{ problem: import("../lib/problem.js").Problem }} props */
function Faults({ problem }) {
  if (problem.errors.length === 0) return null;
  return (
    <ul class="error__faults">
      {problem.errors.map((fault, index) => (
        <li key={index}>
          <b class="mono">{fault.parameter ?? fault.pointer ?? fault.header}</b> {fault.detail}
          {fault.did_you_mean && ` Did you mean ${[fault.did_you_mean].flat().join(" or ")}?`}
        </li>
      ))}
    </ul>
  );
}

/** @param {{ children?: import("preact").ComponentChildren }} props */
export function OfflineStrip({ children }) {
  return (
    <div class="offline" role="status">
      <Icon name="bolt" />
      <span>
        <b>You are offline.</b> {children ?? "What is on screen stays; the rest loads when you are back."}
      </span>
    </div>
  );
}

/** A 2 px line under a head while results reload. @param {{ shown: boolean }} props */
export function ProgressLine({ shown }) {
  return <div class={`progress${shown ? " progress--shown" : ""}`} aria-hidden="true" />;
}
