import { useEffect, useRef, useState } from "preact/hooks";

const PAUSE = 200;

/**
 * The text of the search field: asked for when typing pauses, and following the address when that
 * changes by other means (back, a link, Clear).
 *
 * @param {string} q of the address
 * @param {(q: string) => void} onSettle
 */
export function useSearchText(q, onSettle) {
  const [text, setText] = useState(q);
  const settled = useRef(q);
  const latest = useRef(onSettle);
  latest.current = onSettle;
  useEffect(() => {
    if (q === settled.current) return;
    settled.current = q;
    setText(q);
  }, [q]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === settled.current) return undefined;
    const timer = setTimeout(() => {
      settled.current = wanted;
      latest.current(wanted);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return { text, setText };
}
