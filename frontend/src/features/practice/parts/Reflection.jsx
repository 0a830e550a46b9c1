/**
 * One sentence to oneself before the grade. It is kept with the attempt.
 *
 * @param {{ text: string, onText: (text: string) => void }} props
 */
export function Reflection({ text, onText }) {
  const leave = (/** @type {KeyboardEvent & { currentTarget: HTMLTextAreaElement }} */ event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    event.currentTarget.blur();
  };
  return (
    <div class="reflection">
      <label class="label" for="reflection">
        Why this grade, in a sentence
      </label>
      <textarea id="reflection" class="field__control" rows={2} maxLength={4000} value={text} aria-describedby="reflection-about" onInput={(event) => onText(event.currentTarget.value)} onKeyDown={leave} />
      <p id="reflection-about" class="caption">
        Only if you like. It is kept with this attempt; nobody else reads it.
      </p>
    </div>
  );
}
