import { pageHead } from "../lib/page.js";
import { useStore } from "../lib/store.js";
import { IconButton } from "../ui/Button.jsx";
import { Glyph } from "../ui/Icon.jsx";

/** The head of small screens. The page has its own h1; this only repeats where one is. @param {{ onFind: () => void, onCall: () => void }} props */
export function MobileBar({ onFind, onCall }) {
  const { title, back } = useStore(pageHead);
  return (
    <header class="mobile-bar no-print">
      {back ? (
        <IconButton icon="back" label={back.label} href={back.href} />
      ) : (
        <a class="mobile-bar__home" href="/" aria-label="Vivavoce, start">
          <Glyph />
        </a>
      )}
      <p class="mobile-bar__title">{title}</p>
      <IconButton icon="search" label="Find anything" onClick={onFind} />
      <IconButton icon="braces" label="The call behind this view" onClick={onCall} />
    </header>
  );
}
