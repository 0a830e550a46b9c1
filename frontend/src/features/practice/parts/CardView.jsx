import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { shortName } from "../../../lib/format.js";
import { Button } from "../../../ui/Button.jsx";
import { Html } from "../../../ui/Html.jsx";
import { Heading } from "../../../ui/Page.jsx";
import { hintIn } from "../hint.js";
import { lastSeen, LEVELS, WHYS } from "../rules.js";
import { useCard, useCardKeys } from "../useCard.js";
import { Conflict } from "./Conflict.jsx";
import { Examples } from "./Examples.jsx";
import { Front } from "./Front.jsx";
import { Grades } from "./Grades.jsx";
import { LeftOut } from "./LeftOut.jsx";
import { Reflection } from "./Reflection.jsx";
import { SelfScores } from "./SelfScores.jsx";
import { TopStrip } from "./TopStrip.jsx";
import { YourAnswer } from "./YourAnswer.jsx";

/** One card of the session: its question, then what one said beside the examples, then the grade. @param {{ session: ReturnType<typeof import("../usePractice.js").usePractice>, about: string }} props */
export function CardView({ session, about }) {
  const card = useCard(session);
  const { question, attempt, answering } = card;
  const [hinted, setHinted] = useState("");
  const hint = useMemo(() => hintIn(question.guidance_html ?? ""), [question]);
  const showHint = () => setHinted(card.name);
  useCardKeys(card, { end: session.end, hint: showHint });
  const { deck, at, around } = session.practice;
  const habit = around.habits.get(card.item.slug);
  return (
    <>
      <TopStrip items={deck.items} at={at} about={about} timer={card.timer} usual={habit?.seconds} running={answering} onEnd={session.end} />
      <div class={`card${answering ? " card--front" : ""}`}>
        <Asked card={card} habit={habit} />
        <Conflict attempt={attempt} onSettle={(choice) => void card.settle(choice)} />
        {answering ? (
          <Front
            attempt={attempt}
            mode={card.mode}
            onMode={card.choose}
            onBody={(body) => void card.change((before) => ({ ...before, body, seconds: Math.round(card.timer.seconds.get()) }))}
            saved={card.saved}
            recorder={card.recorder}
            onCommit={() => void card.commit()}
            hint={hint}
            hinted={hinted === card.name}
            onHint={showHint}
          />
        ) : (
          <Turned card={card} rubrics={around.rubrics} />
        )}
      </div>
      {(attempt.state === "revealed" || attempt.state === "graded") && <Grades away={card.away} suggested={card.suggested} interview={around.interview} onGrade={(grade) => void card.grade(grade)} />}
    </>
  );
}

/** @param {{ card: import("../useCard.js").Card, habit: import("../rules.js").Habit | undefined }} props */
function Asked({ card: { question, item }, habit }) {
  const seen = habit && !item.repeated ? [lastSeen(habit, Date.now())] : [];
  const facts = [String(question.number).padStart(3, "0"), shortName(question.category.name), LEVELS[question.level] ?? question.level, `${item.minutes} minutes`, WHYS[item.why] ?? item.why, ...seen];
  return (
    <section class="asked">
      <ul class="asked__facts" aria-label="In short">
        {facts.map((fact, index) => (
          <li key={fact} class={index === 0 ? "mono" : undefined}>
            {fact}
          </li>
        ))}
      </ul>
      <div class={question.prompt.length > 130 ? "asked__long" : undefined}>
        <Heading look="ask">{question.prompt}</Heading>
      </div>
      {question.material_html && <Html class="prose material" html={question.material_html} />}
    </section>
  );
}

/** What had the focus is gone with the front of the card: it goes to what came instead. */
function useArrival() {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return place;
}

/** @param {{ card: import("../useCard.js").Card, rubrics: import("../deck.js").Around["rubrics"] }} props */
function Turned({ card, rubrics }) {
  const { question, attempt } = card;
  const score = (/** @type {string} */ quality, /** @type {number} */ chosen) =>
    void card.change((before) => ({ ...before, self_scores: [...before.self_scores.filter((one) => one.quality !== quality), { quality, score: chosen }] }));
  return (
    <section ref={useArrival()} tabIndex={-1} class="turned" aria-label="Your answer beside the examples">
      <YourAnswer attempt={attempt} question={question} recording={attempt.spoken ? card.recorder.recording : undefined} onOverrule={card.overrule} />
      <div class="model">
        {attempt.state === "committed" ? (
          <div class="model__shut">
            <p class="voice">Tick what you covered, then turn the card.</p>
            <Button look="primary" shortcut="Space" onClick={() => void card.reveal()}>
              Show the example answers
            </Button>
          </div>
        ) : (
          <>
            <Examples key={question.id} question={question} closest={attempt.self_score} onClosest={(chosen) => void card.change((before) => ({ ...before, self_score: chosen }))} />
            <LeftOut question={question} attempt={attempt} />
            <SelfScores question={question} rubrics={rubrics} scores={attempt.self_scores} onScore={score} />
            <Reflection text={attempt.reflection ?? ""} onText={(reflection) => void card.change((before) => ({ ...before, reflection }))} />
          </>
        )}
      </div>
    </section>
  );
}
