import { useResource } from "../../../api/useResource.js";
import { IconButton } from "../../../ui/Button.jsx";
import { listColleagues } from "./api.js";
import { ROLES } from "./arranging.js";

/** @typedef {import("./arranging.js").Seat} Seat */

/**
 * Who is on the panel, in which role, and who of them sits in this interview.
 *
 * @param {{ seats: readonly Seat[], leads: boolean, onChange: (seats: Seat[]) => void }} props
 */
export function Seats({ seats, leads, onChange }) {
  const { data } = useResource("colleagues", listColleagues);
  const free = (data?.results ?? []).filter(({ id }) => !seats.some(({ person }) => person === id));
  const put = (/** @type {string} */ person, /** @type {Partial<Seat>} */ part) => onChange(seats.map((seat) => (seat.person === person ? { ...seat, ...part } : seat)));
  const add = (/** @type {string} */ id) => {
    const one = free.find((colleague) => colleague.id === id);
    if (one) onChange([...seats, { person: one.id, name: one.name, role: "interviewer", here: true }]);
  };
  return (
    <fieldset class="seats">
      <legend class="label">People</legend>
      {!leads && <p class="caption">Roles and who is on the panel are for the lead to change.</p>}
      <ul>
        {seats.map((seat) => (
          <OneSeat key={seat.person} seat={seat} leads={leads} onChange={(part) => put(seat.person, part)} onRemove={() => onChange(seats.filter(({ person }) => person !== seat.person))} />
        ))}
      </ul>
      {free.length > 0 && leads && (
        <select class="field__control" aria-label="Add a colleague" value="" onChange={(event) => add(event.currentTarget.value)}>
          <option value="">Add a colleague</option>
          {free.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** @param {{ seat: Seat, leads: boolean, onChange: (part: Partial<Seat>) => void, onRemove: () => void }} props */
function OneSeat({ seat, leads, onChange, onRemove }) {
  return (
    <li class="seats__one">
      <span>{seat.name}</span>
      <select class="field__control" aria-label={`Role of ${seat.name}`} value={seat.role} disabled={!leads} onChange={(event) => onChange({ role: event.currentTarget.value })}>
        {Object.entries(ROLES).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <label>
        <input type="checkbox" checked={seat.here} onChange={(event) => onChange({ here: event.currentTarget.checked })} /> in this interview
      </label>
      {leads && <IconButton icon="close" label={`Take ${seat.name} off`} onClick={onRemove} />}
    </li>
  );
}
