/** Short names for what a debrief is made of. The truth is schema.d.ts. */
import type { Schema } from "../../api/models.d.ts";

export type Debrief = Schema["Debrief"];
export type Criterion = Schema["DebriefCriterion"];
export type Score = Schema["Score"];
export type Evidence = Schema["ShownEvidence"];
export type Panellist = Schema["PanelPerson"];
export type Agreement = Schema["Agreement"];
