import { moment } from "../../../lib/format.js";
import { Field } from "../../../ui/Field.jsx";
import { deviceZone, differ, instantOf, zoneOptions } from "../zones.js";

/** @typedef {import("../form.js").Entered} Entered */

/**
 * Day, time, zone and length; when the zone is not this device's, also what one's own clock will show.
 *
 * @param {{ entered: Entered, onChange: (change: Partial<Entered>) => void, errors: Record<string, string>, needed: boolean }} props
 */
export function WhenFields({ entered, onChange, errors, needed }) {
  const { day, time, zone, minutes } = entered;
  const mine = deviceZone();
  const instant = day && time ? instantOf(`${day}T${time}`, zone) : undefined;
  return (
    <>
      <div class="form__pair">
        <Field label="Day" name="day" type="date" value={day} onInput={(value) => onChange({ day: value })} error={errors.day} required={needed} />
        <Field label="Time" name="time" type="time" value={time} onInput={(value) => onChange({ time: value })} error={errors.time} required={needed} />
      </div>
      <div class="form__pair">
        <Field label="Time zone" name="zone" type="select" value={zone} options={zoneOptions([zone, mine])} onInput={(value) => onChange({ zone: value })} error={errors.zone} />
        <Field label="Minutes" name="minutes" type="number" min={5} max={720} value={minutes} onInput={(value) => onChange({ minutes: value })} error={errors.minutes} />
      </div>
      {instant && differ(instant, zone, mine) && (
        <p class="caption" role="status">
          On your own clock: {moment(instant, mine)}.
        </p>
      )}
    </>
  );
}
