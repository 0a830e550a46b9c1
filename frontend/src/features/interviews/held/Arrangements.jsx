import { useState } from "preact/hooks";
import { useResource } from "../../../api/useResource.js";
import { useSend } from "../../../api/useSend.js";
import { Button } from "../../../ui/Button.jsx";
import { Field, Form } from "../../../ui/Field.jsx";
import { ErrorState, SkeletonText } from "../../../ui/States.jsx";
import { changeInterview, getInterview } from "../api.js";
import { optionsOf } from "../rules.js";
import { changeApplication, getApplication, listOpenings } from "./api.js";
import { applicationBody, arrangedOf, changed, interviewBody, VISIBILITY } from "./arranging.js";
import { Seats } from "./Seats.jsx";
import { headed } from "./starting.js";

/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {import("../../../api/client.js").Taken<Interview>} Taken */

/**
 * What can be added to an interview before, during and after it: opening, panel, place.
 *
 * @param {{ interview: Interview, etag: string | undefined, onChanged: (taken: Taken) => void, onDone: () => void }} props
 */
export function Arrangements(props) {
  const id = props.interview.application?.id ?? null;
  const { data, etag, problem, reload } = useResource(id && `arrangements ${id}`, (signal) => getApplication(id ?? "", signal));
  if (problem) return <ErrorState what="The application did not load." problem={problem} onRetry={reload} />;
  if (id && !data) return <SkeletonText label="Loading the application" />;
  return <ArrangementsForm key={etag} {...props} application={data} tag={etag} />;
}

/** @param {Parameters<typeof Arrangements>[0] & { application: any, tag: string | undefined }} props */
function ArrangementsForm({ interview, etag, onChanged, onDone, application, tag }) {
  const [before] = useState(() => arrangedOf(interview, application));
  const [entered, setEntered] = useState(before);
  const put = (/** @type {Partial<import("./arranging.js").Arranged>} */ part) => setEntered((now) => ({ ...now, ...part }));
  const leads = interview.my_roles.includes("lead");
  const { run, working, errors } = useSend(
    async () => {
      const ofApplication = changed(applicationBody(before), applicationBody(entered));
      if (application && Object.keys(ofApplication).length > 0) await changeApplication(application.id, ofApplication, tag);
      const ofInterview = changed(interviewBody(before, interview), interviewBody(entered, interview));
      // Somebody else's version is refused; that the application's change has made a new one is no reason to.
      const now = await getInterview(interview.id, new AbortController().signal);
      const unchanged = Object.keys(ofApplication).length > 0 && now.data.updated_at === interview.updated_at;
      return Object.keys(ofInterview).length > 0 ? changeInterview(interview.id, ofInterview, unchanged ? now.etag : etag) : now;
    },
    (taken) => {
      onChanged(taken);
      onDone();
    },
  );
  return (
    <Form onSubmit={() => void run(undefined)} errors={headed(errors, ["place", "video_link", "notes"])} label="Opening, panel and place">
      {application && leads && <Hiring entered={entered} settled={interview.started_at ? before : undefined} onChange={put} />}
      <Seats seats={entered.seats} leads={leads} onChange={(seats) => put({ seats })} />
      <Field label="Place" name="place" value={entered.place} onInput={(place) => put({ place })} error={errors.place} required={false} />
      <Field label="Video link" name="video" type="url" value={entered.video} onInput={(video) => put({ video })} error={errors.video_link} required={false} hint="With https:// in front." />
      <Field label="To remember" name="notes" type="textarea" voice rows={3} value={entered.notes} onInput={(notes) => put({ notes })} error={errors.notes} required={false} />
      <p class="state__actions">
        <Button look="primary" type="submit" working={working}>
          {working ? "Saving" : "Save"}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
      </p>
    </Form>
  );
}

/**
 * Who may read scorecards is settled before anybody rates; an opening can still be added.
 *
 * @param {{ entered: import("./arranging.js").Arranged, settled: import("./arranging.js").Arranged | undefined, onChange: (part: Partial<import("./arranging.js").Arranged>) => void }} props settled: as it stood when the interview had started
 */
function Hiring({ entered, settled, onChange }) {
  const { data } = useResource("openings", listOpenings);
  const openings = (data?.results ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const opening = openings.find(({ value }) => value === settled?.opening);
  return (
    <>
      {settled?.opening ? (
        <Settled label="Opening" value={opening?.label ?? ""} />
      ) : (
        <Field label="Opening" name="opening" type="select" value={entered.opening} options={[{ value: "", label: "None yet" }, ...openings]} onInput={(value) => onChange({ opening: value })} />
      )}
      {settled ? (
        <Settled label="Colleagues’ scorecards are seen" value={VISIBILITY[settled.visibility]} />
      ) : (
        <Field label="Colleagues’ scorecards are seen" name="visibility" type="select" value={entered.visibility} options={optionsOf(VISIBILITY)} onInput={(visibility) => onChange({ visibility })} />
      )}
    </>
  );
}

/** @param {{ label: string, value: string }} props */
function Settled({ label, value }) {
  return (
    <p class="settled">
      <span class="label">{label}</span>
      <span>{value}</span> <span class="caption">settled when the interview started</span>
    </p>
  );
}
