/** Names for what the API returns, as the screens use them. */
export interface Ref {
  id: string;
  slug: string;
  name: string;
  url: string;
}

export type Level = "junior" | "mid" | "senior" | "lead";
export type Format = "knowledge" | "problem" | "design" | "review" | "behavioural" | "situational";
export type Score = 1 | 2 | 3 | 4;

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  is_exact: boolean;
}

export interface Page<T> {
  count: number;
  count_is_exact: boolean;
  next: string | null;
  previous: string | null;
  results: T[];
  facets?: Record<string, FacetValue[]>;
  did_you_mean?: string | string[] | null;
}

export interface Match {
  field: string;
  text: string;
  spans: number[][];
}

export interface QualitySignal {
  quality: Ref;
  strength: number;
}

export interface CheckedOn {
  package: string;
  version: string;
  database: string;
  on: string;
}

export interface Sample {
  language: string;
  code: string;
  code_html: string;
  run: unknown;
}

export interface Answer {
  id: string;
  score: number;
  url: string;
  body: string;
  body_html: string;
  why_this_score: string;
  why_this_score_html: string;
  samples: Sample[];
}

export interface QuestionRow {
  id: string;
  number: number;
  slug: string;
  prompt: string;
  level: Level;
  format: Format;
  minutes: number;
  category: Ref;
  qualities: QualitySignal[];
  match?: Match | null;
}

export interface Question extends QuestionRow {
  url: string;
  pack: string | null;
  licence: string;
  status: string;
  kind: string;
  audience: string;
  version: number;
  assesses_html: string;
  guidance_html: string;
  common_mistakes_html: string;
  key_points: { id: string; text: string; crucial: boolean }[];
  red_flags: { id: string; text: string; why: string }[];
  probes: string[];
  importance: string | number;
  topics: Ref[];
  roles: Ref[];
  applies_to: Record<string, string>;
  sources: { title: string; url: string; locator: string; read_on: string }[];
  checked_on: CheckedOn[];
  answers: Answer[];
  updated_at: string;
}
