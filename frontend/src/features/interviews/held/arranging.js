/** Who sits where, what for and where: as a form holds it, and the bodies that it becomes. Pure. */

/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {{ person: string, name: string, role: string, here: boolean }} Seat here: in this interview, not on the panel only */
/** @typedef {{ opening: string, visibility: string, seats: Seat[], place: string, video: string, notes: string }} Arranged */

/** @type {Record<string, string>} */
export const VISIBILITY = { after_own_submission: "After one’s own is submitted", after_all_submitted: "After all are submitted", never: "Never; the lead alone" };

/** @type {Record<string, string>} */
export const ROLES = { lead: "Lead", interviewer: "Interviewer", observer: "Observer" };

/**
 * @param {Interview} interview
 * @param {any} application of hiring; nothing without
 * @returns {Arranged}
 */
export function arrangedOf(interview, application) {
  const here = interview.participants.filter(({ person, role = "" }) => person && role in ROLES);
  const panel = /** @type {Array<{ person: { id: string, name: string }, role: string }>} */ (application?.panel ?? []);
  const only = panel.filter(({ person }) => !here.some((one) => one.person?.id === person.id));
  return {
    opening: application?.opening?.id ?? "",
    visibility: application?.visibility ?? "after_own_submission",
    seats: [...here.map(({ person, name = "", role = "" }) => ({ person: person?.id ?? "", name: person?.name ?? name, role, here: true })), ...only.map(({ person, role }) => ({ person: person.id, name: person.name, role, here: false }))],
    place: interview.place,
    video: interview.video_link,
    notes: interview.notes,
  };
}

/** @param {Arranged} arranged */
export const applicationBody = ({ opening, visibility, seats }) => ({ opening: opening || null, visibility, panel: seats.map(({ person, role }) => ({ person, role })) });

/**
 * Who is named without an account stays as they are.
 *
 * @param {Arranged} arranged
 * @param {Interview} interview
 */
export function interviewBody({ seats, place, video, notes }, interview) {
  const others = interview.participants.filter(({ person, role = "" }) => !person || !(role in ROLES)).map(({ role, name, note, person }) => (person ? { role, person: person.id, note } : { role, name, note }));
  return { participants: [...seats.filter(({ here }) => here).map(({ person, role }) => ({ role, person })), ...others], place: place.trim(), video_link: video.trim(), notes };
}

/** @param {Record<string, unknown>} before @param {Record<string, unknown>} after @returns {Record<string, unknown>} the members that differ */
export const changed = (before, after) => Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
