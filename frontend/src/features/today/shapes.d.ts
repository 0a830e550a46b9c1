/** Short names for the parts of `GET /today/`. The truth is schema.d.ts. */
import type { Schema } from "../../api/models.d.ts";

export type Today = Schema["Today"];
export type Due = Schema["Due"];
export type NextInterview = Schema["NextInterview"];
export type Plan = Schema["Plan"];
export type PlanDay = Schema["PlanDay"];
export type Readiness = Schema["Readiness"];
export type QualityReadiness = Schema["QualityReadiness"];
export type WeakSpot = Schema["WeakSpot"];
export type Activity = Schema["Activity"];
export type StepMark = Schema["MarkedStep"];
