import { pieces } from "../lib/marks.js";

/**
 * Text with the matched spans marked.
 *
 * @param {{ text: string, spans: ReadonlyArray<readonly number[]> }} props spans in code points, as the API gives them
 */
export function Marked({ text, spans }) {
  return <>{pieces(text, spans).map((piece, index) => (piece.marked ? <mark key={index}>{piece.text}</mark> : piece.text))}</>;
}
