/**
 * What happens when somebody signs in on a device on which they practised: a guest's work becomes
 * theirs, once and without loss, and what waited for the network is sent. It is removed here only
 * after the server has said that it has it; repeating an interrupted claim changes nothing.
 */
import { counted, listed } from "../../lib/format.js";
import { asProblem } from "../../lib/problem.js";
import { forgetPractised } from "../../lib/practised.js";
import { tell } from "../../ui/Notice.jsx";
import { currentSession } from "../../api/session.js";
import { claim } from "./api.js";
import { asBrought, asGraded, batches, isWorth, sorted } from "./claims.js";
import { forgetOthers } from "./departure.js";
import { allKept, drop, keep, kept } from "../../lib/device.js";
import { newId } from "../../lib/ids.js";
import { takeUpWords } from "./lastWords.js";
import { ownerOf } from "./records.js";
import { flush } from "./sync.js";

/** @typedef {import("./claims.js").Work} Work */

/** @returns {Promise<Work>} what a guest did here */
async function guestWork() {
  const [attempts, reviews] = await Promise.all([allKept("attempts"), allKept("reviews")]);
  const isGuests = (/** @type {{ owner: string, refused?: boolean }} */ { owner, refused }) => owner === "" && !refused;
  return { attempts: attempts.filter(isGuests), reviews: reviews.filter(isGuests) };
}

/**
 * @param {Work} batch
 * @returns {Promise<{ taken: any, refused: Work }>}
 */
async function handOver(batch) {
  const send = ({ attempts, reviews } = batch) => claim({ attempts: attempts.map(asBrought), reviews: reviews.map(asGraded) });
  try {
    return { taken: (await send()).data, refused: { attempts: [], reviews: [] } };
  } catch (thrown) {
    const problem = asProblem(thrown);
    const { rest, refused } = sorted(batch, problem.status === 400 ? problem.errors : []);
    if (refused.attempts.length + refused.reviews.length === 0) throw thrown;
    return { taken: (await send(rest)).data, refused };
  }
}

async function bringAlong() {
  const { attempts, reviews } = await guestWork();
  let [answers, grades, stayed] = [0, 0, 0];
  for (const batch of batches({ attempts: attempts.filter(isWorth), reviews })) {
    const { taken, refused } = await handOver(batch);
    // What had arrived before a break counts, too: it was this claim.
    const arrived = (/** @type {{ claimed: number, known: number }} */ { claimed, known }) => claimed + known;
    answers += arrived(taken.attempts);
    grades += arrived(taken.reviews);
    stayed += refused.attempts.length + refused.reviews.length;
    await release(batch, refused);
  }
  await Promise.all(attempts.filter((attempt) => !isWorth(attempt)).map(({ id }) => drop("attempts", id)));
  const parts = [answers > 0 ? counted(answers, "answer") : "", grades > 0 ? counted(grades, "grade") : ""].filter(Boolean);
  const left = stayed > 0 ? ` The server did not take ${counted(stayed, "entry", "entries")}: what was asked has changed. It stays on this device.` : "";
  if (parts.length > 0) tell(`What you practised as a guest is yours now: ${listed(parts)}.${left}`, { href: "/practice", label: "Go on practising" });
  else if (left) tell(left.trim());
}

/** What has arrived leaves this device; what was refused stays, and is not sent again. @param {Work} batch @param {Work} refused */
async function release(batch, refused) {
  for (const { id, body } of batch.attempts) {
    const now = await kept("attempts", id);
    // Another tab wrote on meanwhile: what it has goes along next time, beside what has gone.
    if (now && now.body !== body) await keep("attempts", { ...now, id: newId() });
  }
  for (const shelf of /** @type {const} */ (["attempts", "reviews"])) {
    const stays = new Set(refused[shelf].map(({ id }) => id));
    await Promise.all(batch[shelf].map((one) => (stays.has(one.id) ? keep(shelf, { ...one, refused: true }) : drop(shelf, one.id))));
  }
}

/** A guest's recordings become the person's: the next guest must not hear them. @param {string} owner */
async function bringRecordings(owner) {
  for (const recording of await allKept("recordings")) {
    if (ownerOf(recording) !== "") continue;
    await keep("recordings", { ...recording, id: `${owner}${recording.id}` });
    await drop("recordings", recording.id);
  }
}

/** @type {Promise<void> | undefined} */
let arriving;

/** Called when the server has said that somebody is signed in. @returns {Promise<void>} */
export function arrive() {
  arriving ??= settle().finally(() => {
    arriving = undefined;
  });
  return arriving;
}

async function settle() {
  await takeUpWords();
  try {
    await bringAlong();
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.status >= 400 && problem.status < 500) tell(`What you practised as a guest could not be taken over; it stays on this device. ${problem.message}`);
    else addEventListener("online", () => void arrive(), { once: true });
    return;
  }
  const owner = currentSession().person?.id;
  if (owner) {
    await bringRecordings(owner);
    await forgetOthers(owner);
  }
  await flush();
  const left = await Promise.all([allKept("attempts"), allKept("reviews"), allKept("recordings")]);
  if (left.flat().length === 0) forgetPractised();
}
