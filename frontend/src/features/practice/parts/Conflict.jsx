import { Button } from "../../../ui/Button.jsx";

/**
 * Another device wrote on the same draft: both texts, side by side. Nothing is merged unasked.
 *
 * @param {{ attempt: import("../records.js").Attempt, onSettle: (choice: "mine" | "theirs" | "both") => void }} props
 */
export function Conflict({ attempt, onSettle }) {
  if (!attempt.theirs) return null;
  const committed = attempt.theirs.state !== "drafting";
  return (
    <section class="conflict" role="alert" aria-label="Two texts">
      <p>
        <b>Another device wrote on this answer, too.</b> {committed ? "It was committed there. Both texts are kept." : "Both texts are kept. Which should it be?"}
      </p>
      <div class="conflict__two">
        {[
          { title: "On this device", text: attempt.body },
          { title: "On the other", text: attempt.theirs.body },
        ].map(({ title, text }) => (
          <div key={title}>
            <h2>{title}</h2>
            <p class="voice">{text || "Nothing."}</p>
          </div>
        ))}
      </div>
      <p class="conflict__choices">
        <Button small onClick={() => onSettle("mine")}>
          {committed ? "Mine, as another attempt" : "Keep mine"}
        </Button>
        <Button small onClick={() => onSettle("theirs")}>
          Take the other
        </Button>
        {!committed && (
          <Button small onClick={() => onSettle("both")}>
            Both, one after the other
          </Button>
        )}
      </p>
    </section>
  );
}
