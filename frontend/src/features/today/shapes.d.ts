/** The parts of `GET /today/` as the screen reads them. */

export interface Related {
  id: string;
  slug: string;
  name: string;
  url: string;
}

export interface Evidence {
  quality: Related;
  strength: number;
}

export interface Due {
  count: number;
  minutes: number;
  items: { question: Related; due_at: string; days_late: number; why: string; evidence: Evidence[] }[];
}

export interface NextInterview {
  interview: Related;
  organization: string;
  starts_at: string;
  ends_at: string;
  time_zone: string;
  place: string;
  days: number;
  asks: string[];
  to_ask: string[];
  stage: string | null;
  after: { id: string; name: string; url: string; starts_at: string }[];
}

export interface PlanDay {
  date: string;
  questions: Related[];
  minutes: number;
  interview: Related | null;
}

export interface Plan {
  on: string | null;
  minutes_a_day: number;
  days: PlanDay[];
}

export interface QualityReadiness {
  quality: Related;
  now: number | null;
  four_weeks_ago: number | null;
  on_the_day: number | null;
  seen: number;
  questions: number;
}

export interface Readiness {
  on: string | null;
  qualities: QualityReadiness[];
  by_minutes: { minutes: number; recall: number | null }[];
}

export interface WeakSpot {
  question: Related;
  lapses: number;
  quality: Related | null;
}

export interface Activity {
  days: { date: string; reviews: number }[];
  streak: number;
}

export interface StepMark {
  step: Related;
  done_at: string | null;
}

export interface Today {
  date: string;
  time_zone: string;
  headline: string;
  due: Due;
  next_interview: NextInterview | null;
  plan: Plan;
  readiness: Readiness;
  weak_spots: WeakSpot[];
  activity: Activity;
  steps: StepMark[];
}
