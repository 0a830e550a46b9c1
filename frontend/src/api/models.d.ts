/** Short names for what the API returns, as the screens use them. The truth is schema.d.ts. */
import type { components } from "./schema";

export type Schema = components["schemas"];

export type Score = 1 | 2 | 3 | 4;
/** The facets of the site are all of strings. */
export type FacetCount = Omit<Schema["FacetCount"], "value"> & { value: string };
export type Match = Schema["Match"];
export type Answer = Schema["ExampleAnswer"];

/** A question as its own page asks for it: with its answers in full. */
export type Question = Omit<Schema["Question"], "answers"> & { answers: Answer[] };

/** What a row of a list asks for. */
export type QuestionRow = Pick<
  Schema["Question"],
  "id" | "number" | "slug" | "prompt" | "level" | "format" | "minutes" | "category" | "qualities"
> & { match?: Match | null };

export type QuestionPage = Omit<Schema["QuestionPage"], "results" | "facets"> & {
  results: QuestionRow[];
  facets?: Record<string, FacetCount[]>;
};

/** What the list around a question asks for. */
export type QuestionLine = Pick<Schema["Question"], "number" | "slug" | "prompt">;

/**
 * The API says of every resource "whole, or with the members that `fields` chose". A sparse form is
 * one that may lack everything; screens know what they asked for and read the whole one. A list is
 * the answer to a list that was posted: the site posts one thing at a time.
 */
type WholeOne<T> = T extends readonly unknown[] ? never : Record<never, never> extends T ? never : T;

export type Whole<T> = T extends { results: (infer Row)[] } ? Omit<T, "results"> & { results: WholeOne<Row>[] } : WholeOne<T>;
