import { expect, test } from "vitest";
import { applicationBody, arrangedOf, changed, interviewBody } from "./arranging.js";

const lead = { id: "l", name: "Lena" };
const other = { id: "o", name: "Omar" };
const interview = /** @type {any} */ ({
  participants: [
    { role: "lead", person: lead, name: "Lena", note: "" },
    { role: "candidate", person: null, name: "Mara", note: "by train" },
  ],
  place: "Room 2",
  video_link: "",
  notes: "",
});
const application = { opening: { id: "x" }, visibility: "never", panel: [{ person: lead, role: "lead" }, { person: other, role: "observer" }] };

test("people of the panel and of the interview are one list", () => {
  const arranged = arrangedOf(interview, application);
  expect(arranged.seats).toEqual([
    { person: "l", name: "Lena", role: "lead", here: true },
    { person: "o", name: "Omar", role: "observer", here: false },
  ]);
  expect(applicationBody(arranged)).toEqual({ opening: "x", visibility: "never", panel: [{ person: "l", role: "lead" }, { person: "o", role: "observer" }] });
});

test("whoever is named without an account keeps the seat", () => {
  const arranged = arrangedOf(interview, application);
  arranged.seats[1].here = true;
  expect(interviewBody(arranged, interview).participants).toEqual([
    { role: "lead", person: "l" },
    { role: "observer", person: "o" },
    { role: "candidate", name: "Mara", note: "by train" },
  ]);
});

test("only what differs is sent", () => {
  const before = interviewBody(arrangedOf(interview, application), interview);
  expect(changed(before, { ...before, place: "Room 3" })).toEqual({ place: "Room 3" });
});
