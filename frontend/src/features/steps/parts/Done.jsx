/** Whether one of the ways is done, to be ticked. @param {{ title: string, done: boolean, failed: string | undefined, onTick: (done: boolean) => void }} props */
export function Done({ title, done, failed, onTick }) {
  return (
    <div class="step-done no-print">
      <label>
        <input type="checkbox" checked={done} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span>
          {done ? "Done" : "Mark as done"}
          <span class="sr-only">: {title}</span>
        </span>
      </label>
      {failed && (
        <p class="step-done__failed" role="alert">
          That was not kept. {failed}
        </p>
      )}
    </div>
  );
}
