import { useLocation } from "preact-iso";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { api, take } from "../api/client.js";
import { useResource } from "../api/useResource.js";
import { useSettled } from "../lib/hooks.js";
import { sitePages } from "../lib/sitemap.js";
import { Dialog } from "../ui/Dialog.jsx";
import { Icon } from "../ui/Icon.jsx";
import { Marked } from "../ui/Marked.jsx";
import { matchingPages } from "./find.js";
import "./find.css";

/** @typedef {{ href: string, kind: "page" | "question", number?: number, text: string, spans: number[][] }} Found */

/** Find anything: pages by their names, questions by the server's search. @param {{ open: boolean, onClose: () => void }} props */
export function FindDialog({ open, onClose }) {
  return (
    <Dialog open={open} onClose={onClose} title="Find anything" look="bare">
      <Finder onClose={onClose} />
    </Dialog>
  );
}

/** @param {string} text */
function useFound(text) {
  const asked = useSettled(text.trim(), 150);
  const { data } = useResource(asked.length < 2 ? null : asked, (signal) =>
    take(api.GET("/api/v1/questions/", { params: { query: { q: asked, page_size: 8, fields: ["number", "slug", "prompt", "match"] } }, signal })),
  );
  /** @type {Found[]} */
  const pages = matchingPages(sitePages(), text).map(({ path, title, spans }) => ({ href: path, kind: "page", text: title, spans }));
  if (asked.length < 2) return pages;
  const questions = (data?.results ?? []).map((question) => ({
    href: `/questions/${question.slug}`,
    kind: /** @type {const} */ ("question"),
    number: question.number,
    text: question.prompt,
    spans: question.match?.field === "prompt" ? question.match.spans : [],
  }));
  return [...pages, ...questions];
}

/** @param {{ onClose: () => void }} props */
function Finder({ onClose }) {
  const { route } = useLocation();
  const [text, setText] = useState("");
  const [cursor, setCursor] = useState(0);
  const found = useFound(text);
  const at = Math.min(cursor, Math.max(found.length - 1, 0));
  useEffect(() => {
    document.getElementById(`found-${at}`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  /** @param {Found | undefined} one */
  const go = (one) => {
    if (!one) return;
    onClose();
    route(one.href);
  };
  /** @param {KeyboardEvent} event */
  const steer = (event) => {
    if (event.key === "ArrowDown") setCursor((at + 1) % Math.max(found.length, 1));
    else if (event.key === "ArrowUp") setCursor((at - 1 + found.length) % Math.max(found.length, 1));
    else if (event.key === "Enter") go(found[at]);
    else return;
    event.preventDefault();
  };
  const type = (/** @type {string} */ typed) => {
    setText(typed);
    setCursor(0);
  };
  const nothing = text.trim().length > 1 && found.length === 0;
  return (
    <>
      <FindField text={text} onType={type} onKeyDown={steer} active={found.length > 0 ? `found-${at}` : undefined} />
      <FoundList found={found} at={at} onGo={go} />
      <p class="sr-only" role="status">
        {text && `${found.length} found`}
      </p>
      {nothing && <p class="find__none voice">Nothing here is called “{text.trim()}”.</p>}
    </>
  );
}

/** @param {{ text: string, onType: (text: string) => void, onKeyDown: (event: KeyboardEvent) => void, active: string | undefined }} props */
function FindField({ text, onType, onKeyDown, active }) {
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <label class="find__field">
      <Icon name="search" />
      <span class="sr-only">Find a question or a page</span>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-expanded={active !== undefined}
        aria-controls="found"
        aria-autocomplete="list"
        aria-activedescendant={active}
        placeholder="A question, a number or a page"
        autocomplete="off"
        value={text}
        onInput={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <kbd class="wide-only">Esc</kbd>
    </label>
  );
}

/**
 * Keys are answered by the field; a pointer may press a line.
 *
 * @param {{ found: Found[], at: number, onGo: (one: Found) => void }} props
 */
function FoundList({ found, at, onGo }) {
  return (
    <div id="found" class="find__list" role="listbox" aria-label="Found">
      {found.map((one, index) => (
        <div key={one.href} id={`found-${index}`} class={`find__line find__line--${one.kind}`} role="option" aria-selected={index === at} tabIndex={-1} onClick={() => onGo(one)} onKeyDown={(event) => event.key === "Enter" && onGo(one)}>
          <span class="mono">{one.kind === "page" ? "page" : String(one.number).padStart(3, "0")}</span>
          <span>
            <Marked text={one.text} spans={one.spans} />
          </span>
        </div>
      ))}
    </div>
  );
}
