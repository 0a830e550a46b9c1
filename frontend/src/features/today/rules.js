/** What the numbers of the day mean: lateness, a countdown, weeks of a heat map. Pure. */
import { counted } from "../../lib/format.js";

const SMALL = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

/** A number as a sentence carries it: in words up to twenty. @param {number} count */
export const inWords = (count) => SMALL[count] ?? count.toLocaleString("en-GB");

/** @param {string} text */
export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** "2 days late", "today". @param {number} daysLate */
export const lateness = (daysLate) => (daysLate > 0 ? `${counted(daysLate, "day")} late` : "today");

/** What stands beside the heading of the due list. @param {{ count: number, minutes: number }} due @param {number} minutesADay */
export function load({ count, minutes }, minutesADay) {
  if (count === 0) return "";
  return `${counted(count, "card")}, about ${counted(minutes, "minute")}; your day has ${minutesADay}`;
}

/** "Seven more". @param {number} count @param {number} shown */
export const more = (count, shown) => (count > shown ? `${capital(inWords(count - shown))} more` : "");

/**
 * What is left until then; nothing once it has begun.
 *
 * @param {string} iso
 * @param {number} now
 * @returns {{ days: number, hours: number, minutes: number } | undefined}
 */
export function countdown(iso, now) {
  const left = Math.ceil((Date.parse(iso) - now) / 60_000);
  if (!(left > 0)) return undefined;
  return { days: Math.floor(left / 1440), hours: Math.floor((left % 1440) / 60), minutes: left % 60 };
}

/** A day without a time, as the API writes it, at noon: no zone moves it. @param {string} date */
const noon = (date) => new Date(`${date}T12:00:00Z`);

/** "Tuesday 24 November". @param {string} date */
export const longDay = (date) => noon(date).toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).replace(",", "");

/** "Tue 24 Nov". @param {string} date */
export const shortDay = (date) => noon(date).toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }).replace(",", "");

/** "Today" or the day of the week. @param {string} date @param {string} today */
export const dayName = (date, today) => (date === today ? "Today" : noon(date).toLocaleDateString("en-GB", { weekday: "short", timeZone: "UTC" }));

/** The time of an instant where it takes place. @param {string} iso @param {string} timeZone */
export const clock = (iso, timeZone) => new Date(iso).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });

/** Of a recall between 0 and 1; nothing where nothing was seen. @param {number | null | undefined} recall */
export const percent = (recall) => (recall === null || recall === undefined ? undefined : Math.round(recall * 100));

/** @typedef {import("./shapes.d.ts").QualityReadiness} QualityReadiness */

/** Whether less would be recalled than four weeks ago. @param {QualityReadiness} quality */
export const isBehind = ({ now, four_weeks_ago: was }) => (percent(now) ?? 0) < (percent(was) ?? 0);

/** One quality as a sentence. @param {QualityReadiness} quality */
export function spoken({ quality, now, four_weeks_ago, on_the_day, seen, questions }) {
  if (percent(now) === undefined) return `${quality.name}: none of ${counted(questions, "question")} practised yet`;
  const parts = [`${percent(now)} of 100 recalled today`];
  if (percent(four_weeks_ago) !== undefined) parts.push(`${percent(four_weeks_ago)} four weeks ago`);
  if (percent(on_the_day) !== undefined) parts.push(`${percent(on_the_day)} expected on the day`);
  return `${quality.name}: ${parts.join(", ")}; ${seen} of ${counted(questions, "question")} practised`;
}

/** @typedef {{ date: string, reviews: number }} ActiveDay */

const WEEK = 7;

/** Monday is 0. @param {string} date */
const weekday = (date) => (noon(date).getUTCDay() + 6) % WEEK;

/**
 * Days in columns of a week each, Monday first; a day outside the range is left out.
 *
 * @param {readonly ActiveDay[]} days oldest first, without gaps
 * @returns {(ActiveDay | undefined)[][]}
 */
export function weeksOf(days) {
  if (days.length === 0) return [];
  /** @type {(ActiveDay | undefined)[]} */
  const cells = [...Array.from({ length: weekday(days[0].date) }, () => undefined), ...days];
  while (cells.length % WEEK) cells.push(undefined);
  return Array.from({ length: cells.length / WEEK }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK));
}

/** From which number of reviews each shade holds. */
export const SHADES = [0, 1, 5, 10, 17];

/** @param {number} reviews */
export const shade = (reviews) => SHADES.findLastIndex((from) => reviews >= from);

/** Where a month begins: its name over the first column that holds its first days. @param {(ActiveDay | undefined)[][]} weeks */
export function monthLabels(weeks) {
  const months = weeks.map((week) => noon(week.find(Boolean)?.date ?? "").toLocaleDateString("en-GB", { month: "short", timeZone: "UTC" }));
  return months
    .map((name, week) => ({ name, week }))
    .filter(({ name, week }) => name !== months[week - 1])
    // Two names side by side would run into each other: the shorter stay of a month gives way.
    .filter(({ week }, index, all) => index + 1 === all.length || all[index + 1].week - week > 2);
}

/** A row begins with two days; a missed one is not spoken of. @param {{ days: readonly ActiveDay[], streak: number }} activity */
export const streakWords = ({ streak }) => (streak < 2 ? "Activity" : `${capital(inWords(streak))} days in a row`);

/** Whether nothing has happened in this account yet. @param {import("./shapes.d.ts").Today} today */
export function isNew({ due, next_interview, activity, steps }) {
  return due.count === 0 && !next_interview && activity.days.every(({ reviews }) => reviews === 0) && steps.every(({ done_at }) => !done_at);
}

const STAGES = ["applied", "screening", "interviewing", "offer"];

/** The way through an opening, with where one stands. @param {string | null} stage */
export function stagesOf(stage) {
  const here = STAGES.indexOf(stage ?? "");
  if (here < 0) return [];
  return STAGES.map((name, index) => ({ name: capital(name), place: index < here ? "done" : index === here ? "here" : "ahead" }));
}
