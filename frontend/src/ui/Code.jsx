import { useState } from "preact/hooks";
import { copyText } from "../lib/copy.js";
import { Icon } from "./Icon.jsx";
import "./code.css";

/**
 * Copies a text and says so for two seconds.
 *
 * @param {{ text: string, label?: string, class?: string }} props
 */
export function CopyButton({ text, label = "Copy", class: className = "text-button" }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    setSaid((await copyText(text)) ? "Copied" : "Not copied: the browser refused");
    setTimeout(() => setSaid(""), 2000);
  };
  return (
    <button type="button" class={className} onClick={copy}>
      <Icon name={said === "Copied" ? "check" : "copy"} />
      <span aria-live="polite">{said || label}</span>
    </button>
  );
}

/**
 * A code sample coloured on the server, with what is known about it and a copy button.
 *
 * @param {{ code: string, html: string, label: string, children?: import("preact").ComponentChildren }} props
 *   label: spoken name of the scrolling region; children: badge and caption
 */
export function CodeFigure({ code, html, label, children }) {
  return (
    <figure class="code-figure">
      <figcaption>
        {children}
        <CopyButton text={code} />
      </figcaption>
      {/* It scrolls sideways, so the keyboard must be able to reach it. */}
      <div class="code-figure__scroll" role="region" aria-label={label} tabIndex={0} dangerouslySetInnerHTML={{ __html: html }} />
    </figure>
  );
}

/**
 * Coloured tokens of our own (calls, JSON) as one run of text.
 *
 * @param {{ tokens: ReadonlyArray<import("../lib/snippets.js").Token> }} props
 */
export function Tokens({ tokens }) {
  return (
    <>
      {tokens.map(([kind, text], index) =>
        kind ? (
          <span key={index} class={`tok-${kind}`}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </>
  );
}
