import { useEffect, useRef } from "preact/hooks";

/**
 * HTML that the server made from Markdown and cleaned with an allow-list. Nothing else may be put
 * on a page this way; never text that a person typed into this browser.
 *
 * @param {{ html: string, class?: string }} props
 */
export function Html({ html, class: className = "prose" }) {
  const element = useRef(/** @type {HTMLDivElement | null} */ (null));
  useEffect(() => reachable(element.current), [html]);
  return <div ref={element} class={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Code that scrolls sideways has to be reachable by keyboard (WCAG 2.1.1). @param {HTMLElement | null} root */
function reachable(root) {
  for (const code of root?.querySelectorAll("pre") ?? []) code.tabIndex = 0;
}
