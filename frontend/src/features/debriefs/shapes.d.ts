/** What a debrief says, as the screens read it. */

export interface Related {
  id: string;
  slug: string;
  name: string;
  url: string;
}

export interface Somebody {
  id: string;
  name: string;
}

export interface Panellist extends Somebody {
  is_me: boolean;
}

export interface Evidence {
  kind: string;
  text: string;
  number: number | null;
  at: string;
  seconds: number | null;
}

export interface Score {
  person: string;
  interview: string;
  score: number | null;
  not_assessed_reason: string;
  evidence: Evidence[];
}

export interface Criterion {
  criterion: Related;
  weight: number;
  target: number | null;
  scores: Score[];
  median: number | null;
  spread: number | null;
  n: number;
  disagreement: boolean;
}

export interface Agreement {
  pairs: number;
  exact: number;
  within_one: number;
}

export type Recommendation = "strong_no" | "no" | "yes" | "strong_yes" | "no_decision";

export interface Debrief {
  id: string;
  url: string;
  purpose: "hiring" | "mock";
  candidate_name: string;
  application: Related | null;
  opening: Related | null;
  level: string | null;
  interviews: { id: string; name: string; url: string; starts_at: string | null; kit: Related | null }[];
  is_open: boolean;
  cards: { expected: number; submitted: number };
  waiting_for: Somebody[];
  people: Panellist[];
  criteria: Criterion[] | null;
  agreement: Agreement | null;
  recommendations: { person: string; interview: string; recommendation: Recommendation | null }[] | null;
  strictness: { person: string; difference: number }[] | null;
  notes: { person: string; key_takeaways: string; note_for_next: string; shareable_feedback: string; revised: boolean }[] | null;
  decision: string | null;
  rationale: string;
  decided_by: Somebody | null;
  decided_at: string | null;
  may_decide: boolean;
}
