import { apiHref } from "../../../api/href.js";
import { counted } from "../../../lib/format.js";
import { useStore } from "../../../lib/store.js";
import { Icon } from "../../../ui/Icon.jsx";
import { Menu, MenuItem } from "../../../ui/Menu.jsx";
import { handPicked, notesAddress, printAddress } from "../rules.js";
import { pickNone, selection } from "../selection.js";
import { PractiseThese } from "./PractiseThese.jsx";

/**
 * What can be done with the questions of the list, or with those that are selected: practise them,
 * put them on paper, take them to Anki.
 *
 * @param {{ page: import("../api.js").QuestionPage | undefined, state: import("../rules.js").BankState }} props
 */
export function TakeAlong({ page, state }) {
  const picked = useStore(selection);
  const some = picked.length > 0;
  return (
    <div class="bank__take">
      <p class={some ? "bank__picked" : "sr-only"} role="status">
        {some && `${picked.length} selected`}
      </p>
      {some ? (
        <>
          <button type="button" class="bank__clear" onClick={pickNone}>
            Select none
          </button>
          <PractiseThese questions={picked} />
          <Elsewhere label="Print or export what is selected" count={picked.length} state={handPicked(picked)} note="What you selected, wherever it stands." />
        </>
      ) : (
        page && (
          <>
            <PractiseThese questions={page.results} />
            <Elsewhere label="Print or export these questions" count={page.count} state={state} note="Everything that the filters leave. Select some, with X or their boxes, to take only those." />
          </>
        )
      )}
    </div>
  );
}

/** Onto paper, or into another program. @param {{ label: string, count: number, state: import("../rules.js").BankState, note: string }} props */
function Elsewhere({ label, count, state, note }) {
  if (count === 0) return null;
  const trigger = (
    <>
      <Icon name="print" />
      <Icon name="down" />
    </>
  );
  return (
    <Menu label={label} triggerClass="button button--secondary button--small" trigger={trigger}>
      <MenuItem href={printAddress(state)}>Print {counted(count, "question")}</MenuItem>
      <a class="menu__item" href={apiHref(notesAddress(state))} download>
        <span>Notes for Anki ({count.toLocaleString("en-GB")})</span>
      </a>
      <p class="menu__section menu__item--note">{note}</p>
    </Menu>
  );
}
