/** Reads a calendar file with the library that other programs use, not with our own. */
import { readFile } from "node:fs/promises";
import { python } from "./terminal.js";

const READ = `
import base64, icalendar, json, os
calendar = icalendar.Calendar.from_ical(base64.b64decode(os.environ["FILE"]))
print(json.dumps([
    {"summary": str(event["SUMMARY"]), "start": event["DTSTART"].dt.isoformat(), "status": str(event.get("STATUS", "")), "sequence": int(event.get("SEQUENCE", 0))}
    for event in calendar.walk("VEVENT")
]))
`;

/**
 * @param {import("@playwright/test").Download} download
 * @returns {Promise<Array<{ summary: string, start: string, status: string, sequence: number }>>}
 */
export async function eventsOf(download) {
  const file = await readFile(await download.path());
  return JSON.parse((await python(READ, { FILE: file.toString("base64") })).toString());
}
