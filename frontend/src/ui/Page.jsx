import { useEffect, useRef } from "preact/hooks";
import { headingAppeared, pageHead } from "../lib/page.js";
import "./page.css";

/**
 * Every screen's frame: names the tab and the bar of small screens.
 *
 * @param {{ title: string, back?: { href: string, label: string }, children: import("preact").ComponentChildren, class?: string, focused?: boolean }} props
 *   title: short ("Questions", "Question 118"); back: where the arrow on small screens leads; focused: without the site's own bars
 */
export function Page({ title, back, children, class: className = "page", focused }) {
  useEffect(() => {
    document.title = title === "Vivavoce" ? title : `${title} - Vivavoce`;
    pageHead.set(({ side }) => ({ title, back, focused, side }));
  }, [title, back?.href, back?.label, focused]);
  return <div class={className}>{children}</div>;
}

/**
 * The one h1 of a screen. It takes the focus after a navigation, as soon as it is there.
 *
 * @param {{ children: import("preact").ComponentChildren, look?: "title" | "ask" | "hidden" }} props
 *   title: sans, a tool's name; ask: serif, a question or the one sentence; hidden: for screen readers only
 */
export function Heading({ children, look = "title" }) {
  const heading = useRef(/** @type {HTMLHeadingElement | null} */ (null));
  useEffect(() => {
    if (heading.current) headingAppeared(heading.current);
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} class={look === "hidden" ? "sr-only" : `heading heading--${look}`}>
      {children}
    </h1>
  );
}

/**
 * Where one is: links down to here.
 *
 * @param {{ trail: ReadonlyArray<{ href?: string, label: string, machine?: boolean }>, children?: import("preact").ComponentChildren }} props
 *   children: actions at the far end
 */
export function Breadcrumbs({ trail, children }) {
  return (
    <div class="crumbs">
      <nav aria-label="Breadcrumbs">
        <ol>
          {trail.map(({ href, label, machine }) => (
            <li key={label}>{href ? <a href={href}>{label}</a> : <span class={machine ? "mono" : undefined} aria-current="page">{label}</span>}</li>
          ))}
        </ol>
      </nav>
      {children && <div class="crumbs__actions no-print">{children}</div>}
    </div>
  );
}
