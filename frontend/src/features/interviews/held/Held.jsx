import { useEffect, useState } from "preact/hooks";
import { useSession } from "../../../api/session.js";
import { usePageSide } from "../../../lib/side.js";
import { getInterview } from "../api.js";
import { Preparation } from "./Preparation.jsx";
import { Running } from "./Running.jsx";
import { sideOf } from "./running.js";
import "./held.css";

/** @typedef {import("../rules.js").Interview} Interview */
/** @typedef {import("../../../api/client.js").Taken<Interview>} Taken */

const LOOK = 10_000;

/**
 * An interview that is held here: before it starts its preparation, then its run. What the others
 * of the panel change (who has submitted, that it has started) appears by itself.
 *
 * @param {{ interview: Interview, etag: string | undefined }} props
 */
export function Held({ interview: first, etag: firstTag }) {
  const { person } = useSession();
  const [{ interview, etag }, setKept] = useState({ interview: first, etag: firstTag });
  const keep = (/** @type {Taken} */ { data, etag: tag }) => setKept({ interview: data, etag: tag });
  const look = () => getInterview(first.id, new AbortController().signal).then(keep, () => undefined);
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && void look(), LOOK);
    return () => clearInterval(timer);
  }, [first.id]);
  usePageSide(sideOf(interview));
  if (!interview.started_at) return <Preparation interview={interview} etag={etag} onChanged={keep} />;
  return <Running interview={interview} etag={etag} person={person?.id ?? ""} onChanged={keep} onLook={look} />;
}
