import { expect, test } from "vitest";
import { detailsBody, emptyForm, fieldNames, formOf, newBody, timeFaults, timesBody } from "./form.js";

const filled = { ...emptyForm("Europe/Amsterdam"), organization: " Halden Freight ", day: "2026-11-26", time: "14:00" };

test("a time becomes an instant with the zone's own offset", () => {
  expect(timesBody(filled)).toEqual({ starts_at: "2026-11-26T14:00:00+01:00", time_zone: "Europe/Amsterdam", minutes: 60 });
});

test("without a day it is a draft: no time is sent", () => {
  expect(newBody({ ...filled, day: "", time: "" })).not.toHaveProperty("starts_at");
});

test("the organization is said once: by the application, or by itself", () => {
  expect(detailsBody(filled)).toMatchObject({ application: null, organization: "Halden Freight" });
  expect(detailsBody({ ...filled, application: "7" })).not.toHaveProperty("organization");
});

test("empty lines among the people are not sent", () => {
  const participants = [{ role: "lead", name: " Ines ", note: "" }, { role: "observer", name: " ", note: "" }];
  expect(detailsBody({ ...filled, participants }).participants).toEqual([{ role: "lead", name: "Ines", note: "" }]);
});

test("what was noted comes back into the form on the interview's own clock", () => {
  const interview = /** @type {any} */ ({ organization: "Halden Freight", starts_at: "2026-11-26T13:00:00Z", time_zone: "Europe/Amsterdam", minutes: 45, round: "coding", participants: [{ name: "Ines" }] });
  expect(formOf(interview)).toMatchObject({ day: "2026-11-26", time: "14:00", minutes: "45", round: "coding", application: "" });
});

test("times are checked before they are sent", () => {
  expect(timeFaults(filled, true)).toEqual({});
  expect(timeFaults({ ...filled, day: "", time: "" }, false)).toEqual({});
  expect(timeFaults({ ...filled, day: "", time: "" }, true)).toHaveProperty("day");
  expect(timeFaults({ ...filled, time: "" }, false)).toHaveProperty("time");
  expect(timeFaults({ ...filled, day: "2027-03-28", time: "02:30" }, true)).toHaveProperty("time");
  expect(timeFaults({ ...filled, minutes: "4.5" }, true)).toHaveProperty("minutes");
});

test("the server's complaints land at the fields of this form", () => {
  expect(fieldNames({ starts_at: "No.", title: "Long." })).toEqual({ time: "No.", title: "Long." });
});
