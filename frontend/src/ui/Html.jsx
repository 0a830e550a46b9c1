/**
 * HTML that the server made from Markdown and cleaned with an allow-list. Nothing else may be put
 * on a page this way; never text that a person typed into this browser.
 *
 * @param {{ html: string, class?: string }} props
 */
export function Html({ html, class: className = "prose" }) {
  return <div class={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
