/** Pages to be read: a list of what is on them beside the text, and links into it. */
import { useEffect } from "preact/hooks";
import "./reading.css";

/**
 * @typedef {object} ReadingItem
 * @property {string} id of the element it leads to
 * @property {string} label
 * @property {string} [note] beside it: minutes, a number
 */

/**
 * @param {{ title: string, items: readonly ReadingItem[], children: import("preact").ComponentChildren }} props title: names the list of contents
 */
export function Reading({ title, items, children }) {
  useHash(items.length > 0);
  return (
    <div class="reading">
      <nav class="reading__contents no-print" aria-label={title}>
        <ol>
          {items.map(({ id, label, note }) => (
            <li key={id}>
              <a href={`#${id}`}>
                <span>{label}</span>
                {note && <span class="reading__note">{note}</span>}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div class="reading__text">{children}</div>
    </div>
  );
}

/** What the address points to was not there when the page began. @param {boolean} ready */
function useHash(ready) {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (ready && id) document.getElementById(id)?.scrollIntoView();
  }, [ready]);
}

/**
 * Sources, each with the place on the page and the day it was read.
 *
 * @param {{ sources: ReadonlyArray<{ title: string, url: string, locator?: string, read_on?: string }> }} props
 */
export function SourceList({ sources }) {
  return (
    <ul class="source-list">
      {sources.map(({ title, url, locator }) => (
        <li key={url}>
          <a class="link" href={url} rel="noreferrer">
            {title}
          </a>
          {locator && <span class="caption"> {locator}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Links to questions of the bank, by their words. @param {{ questions: ReadonlyArray<{ number: number, slug: string, prompt: string }> }} props */
export function QuestionLinks({ questions }) {
  return (
    <ol class="question-links">
      {questions.map(({ number, slug, prompt }) => (
        <li key={slug}>
          <a href={`/questions/${slug}`}>
            <span class="mono">{String(number).padStart(3, "0")}</span>
            <span class="voice">{prompt}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
