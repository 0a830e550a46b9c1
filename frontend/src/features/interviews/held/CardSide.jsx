import { useState } from "preact/hooks";
import { useKeys } from "../../../lib/keys.js";
import { offerUndo } from "../../../ui/Toast.jsx";
import { notAssessed, ratedCount, scored, unscored, withNote, withoutNote } from "./card.js";
import { Compare } from "./Compare.jsx";
import { CriterionRow } from "./CriterionRow.jsx";
import { Ending } from "./Ending.jsx";
import { stamped } from "./Notes.jsx";
import { Others, Saved, SavedWord } from "./Others.jsx";
import { SubmitBar } from "./SubmitBar.jsx";

/** @typedef {import("./CriterionRow.jsx").Criterion} Criterion */

/**
 * @typedef {object} CardSideProps
 * @property {import("./keeper.js").Keeper} keeper
 * @property {import("./keeper.js").Keeping} state
 * @property {readonly Criterion[]} criteria
 * @property {import("../rules.js").Interview} interview
 * @property {string} person id of who is here
 * @property {import("./Notes.jsx").Stamping} stamping
 * @property {() => void} onChanged a step of the card was taken: the interview may have changed with it
 */

/** One's own scorecard: scores on anchors, the evidence for them, and what follows. @param {CardSideProps} props */
export function CardSide({ keeper, state, criteria, interview, person, stamping, onChanged }) {
  const [revising, setRevising] = useState(false);
  const { mine, card } = state;
  const closed = card !== undefined && card.state !== "draft";
  const readOnly = closed && !revising;
  const rated = ratedCount(mine, criteria);
  return (
    <>
      <header class="scorecard__head">
        <div>
          <h2>Your scorecard</h2>
          <p class="caption">
            {card || rated > 0 ? headWords(card, rated, criteria.length) : "Not begun: your first score or note begins it"}
            {!closed && (card || keeper.unsent.length > 0) && <SavedWord status={state.status} />}
          </p>
        </div>
        <Others interview={interview} person={person} mine={card?.state} />
      </header>
      <Saved state={state} unsent={keeper.unsent.length} revising={revising} />
      {keeper.clashes.length > 0 && <Compare clashes={keeper.clashes} criteria={criteria} items={stamping.items} onChoose={(key, choice) => keeper.choose(key, choice)} />}
      <div class="scorecard__body">
        <Criteria keeper={keeper} mine={mine} criteria={criteria} stamping={stamping} readOnly={readOnly} />
        <Ending mine={mine} readOnly={readOnly} onChange={(part) => keeper.change((content) => ({ ...content, ...part }))} />
      </div>
      <SubmitBar keeper={keeper} state={state} criteria={criteria} revising={revising} onRevise={setRevising} onChanged={onChanged} interview={interview} readOnly={readOnly} />
    </>
  );
}

/** @param {import("./card.js").Scorecard | undefined} card @param {number} rated @param {number} all */
function headWords(card, rated, all) {
  if (card?.state === "submitted") return card.revision > 1 ? `Submitted, revision ${card.revision}` : "Submitted";
  if (card?.state === "declined") return `Declined: ${card.decline_reason}`;
  return rated === all ? `All ${all} scored or not assessed` : `${rated} of ${all} scored, ${all - rated} to go`;
}

/**
 * What can be done to the criteria; scoring one opens it, so that its anchors show.
 *
 * @param {import("./keeper.js").Keeper} keeper
 * @param {import("./Notes.jsx").Stamping} stamping
 * @param {(slug: string) => void} setOpen
 */
function useCardActions(keeper, stamping, setOpen) {
  const [focused, setFocused] = useState("");
  const [asksReason, setAsksReason] = useState("");
  const change = (/** @type {(content: import("./card.js").Content) => import("./card.js").Content} */ step) => keeper.change(step);
  return {
    focused,
    asksReason,
    change,
    score(/** @type {string} */ slug, /** @type {number} */ value) {
      setOpen(slug);
      change((content) => scored(content, slug, value));
    },
    none(/** @type {string} */ slug, /** @type {string} */ reason) {
      setAsksReason(slug);
      change((content) => notAssessed(content, slug, reason));
    },
    stamp(/** @type {string} */ slug) {
      const note = stamped(slug, stamping);
      setFocused(note.id);
      change((content) => withNote(content, note));
    },
    remove(/** @type {import("./card.js").Note} */ note) {
      change((content) => withoutNote(content, note.id));
      if (note.text.trim()) offerUndo("The note is removed.", () => change((content) => withNote(content, note)));
    },
  };
}

/**
 * @param {{ keeper: import("./keeper.js").Keeper, mine: import("./card.js").Content, criteria: readonly Criterion[], stamping: import("./Notes.jsx").Stamping, readOnly: boolean }} props
 */
function Criteria({ keeper, mine, criteria, stamping, readOnly }) {
  const [open, setOpen] = useState(criteria[0]?.slug ?? "");
  const { focused, asksReason, change, score, none, stamp, remove } = useCardActions(keeper, stamping, setOpen);
  useCardKeys({ criteria, open, readOnly, onOpen: setOpen, onScore: (value) => score(open, value), onNone: () => none(open, ""), onStamp: () => stamp(open) });
  return (
    <ol class="criteria">
      {criteria.map(({ slug }, index) => (
        <CriterionRow
          key={slug}
          criterion={criteria[index]}
          place={index + 1}
          rating={mine.ratings[slug]}
          notes={mine.evidence.filter((note) => note.criterion === slug)}
          open={open === slug}
          asksReason={asksReason === slug}
          focused={focused}
          readOnly={readOnly}
          stamping={stamping}
          onOpen={() => setOpen(open === slug ? "" : slug)}
          onScore={(value) => score(slug, value)}
          onReason={(reason) => none(slug, reason)}
          onClear={() => change((content) => unscored(content, slug))}
          onNote={(note) => change((content) => withNote(content, note))}
          onRemove={remove}
          onStamp={() => stamp(slug)}
        />
      ))}
    </ol>
  );
}

/** @param {{ criteria: readonly Criterion[], open: string, readOnly: boolean, onOpen: (slug: string) => void, onScore: (score: number) => void, onNone: () => void, onStamp: () => void }} props */
function useCardKeys({ criteria, open, readOnly, onOpen, onScore, onNone, onStamp }) {
  const may = (/** @type {() => void} */ action) => () => open && !readOnly && action();
  const edge = (/** @type {number} */ index, /** @type {number} */ last, /** @type {{ at: number, label: string }} */ status) => (index === 0 || index === last ? status : undefined);
  useKeys([
    ...criteria.slice(0, 9).map(({ slug, name }, index) => ({
      keys: ["Alt", String(index + 1)],
      label: name,
      group: "Scorecard",
      status: edge(index, criteria.length - 1, { at: 2, label: "criterion" }),
      run: () => {
        onOpen(slug);
        document.getElementById(`row-${slug}`)?.scrollIntoView({ block: "nearest" });
      },
    })),
    ...[1, 2, 3, 4].map((score) => ({ keys: [String(score)], label: `score ${score}`, group: "Scorecard", status: edge(score - 1, 3, { at: 3, label: "score" }), run: may(() => onScore(score)) })),
    { keys: ["0"], label: "no evidence", group: "Scorecard", run: may(onNone) },
    { keys: ["T"], label: "stamp a note", group: "Scorecard", status: { at: 5, label: "stamp a note" }, run: may(onStamp) },
  ]);
}
