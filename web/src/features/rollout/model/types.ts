// The shapes of the API that these screens read.
import type { Day } from '../../../lib/dates';
import type { Sign, Stage } from '../components/matrix_model';

export type { Sign, Stage };
export type LineKind = 'staff' | 'room' | 'equipment' | 'document' | 'training' | 'budget' | 'step';
export type Channel = 'centre' | 'home' | 'remote' | 'residential';

export interface Named {
  id: string;
  title: string;
}

export interface Said {
  code: string;
  text: string;
}

export interface Flags {
  fact_before_ready?: Day | null;
  gap_reopened?: Day | null;
}

export interface StageState {
  stage: Stage;
  sign: Sign;
  since: Day;
  target: Stage;
  deadline?: Day | null;
  forecast?: Day | null;
  reached_on?: Day | null;
  days_late: number;
  exempt: boolean;
  flags: Flags;
}

export interface Cell extends Omit<StageState, 'target'> {
  centre: number;
  practice: number;
  adoption?: string | null;
}

export interface Centre extends Named {
  district?: string | null;
}

export interface Matrix {
  day: Day;
  practices: Named[];
  centres: Centre[];
  cells: Cell[];
}

export interface CellAddress {
  organisation: string;
  practice: string;
}

/** Absent: one to four, which is not told of another centre. */
export interface ShownCount {
  count?: number | null;
}

export interface Period {
  first: Day;
  last: Day;
  delivered: ShownCount;
  floor: number;
  reached_on?: Day | null;
  judgement: 'open' | 'settled';
}

export interface Forecast {
  ready?: Day | null;
  started?: Day | null;
  delivering?: Day | null;
  sustained?: Day | null;
}

export interface Action {
  code: string;
  text: string;
  due?: Day | null;
  organisation: Named;
  practice: Named;
  adoption?: string | null;
  line?: string | null;
}

export interface Change {
  kind: 'signed' | 'deadline' | 'exempted' | 'obliged';
  changed_on: Day;
  changed_at: string;
  by?: string | null;
  deadline_before: Day;
  deadline: Day;
  reason: string;
}

export interface Order {
  assignment: string;
  campaign: string;
  number: string;
  signed_on: Day;
  wave: number;
  target: Stage;
  changes: Change[];
}

export interface CellDetail {
  organisation: Named;
  practice: Named;
  adoption?: string | null;
  day: Day;
  state: StageState;
  reason: Said;
  measure: 'facts' | 'recipients';
  periods: Period[];
  months: { month: Day; facts: ShownCount; people: ShownCount }[];
  first: Partial<Record<Stage, Day>>;
  forecast: Forecast;
  next: Action[];
  orders: Order[];
}

export interface CellFact {
  fact: string;
  day: Day;
  service: string;
  minutes: number;
  channel: Channel;
  unnamed_count: number;
  person?: string | null;
  age?: number | null;
  sex?: 'female' | 'male' | null;
  name?: string | null;
  worker_position?: string | null;
}

export interface Coverage {
  districts: { district: string; population: number; people?: number | null; per_thousand?: number | null; hidden: boolean }[];
  residence_unknown?: number | null;
}

export interface PracticeCard {
  id: string;
  code: string;
  version: string;
  title: string | Partial<Record<'ru' | 'kk' | 'en', string>>;
}

export interface PracticeDetail {
  versions: { id: string; version: string }[];
}

export interface Starter {
  organisation: Named;
  stage?: Stage | null;
  ready: boolean;
  gaps: { kind: LineKind; title: string; missing: Said }[];
  papers: number;
  cost_kopecks: number;
  unknown_costs: number;
}

export interface CampaignDraft {
  number: string;
  signed_on?: Day | null;
  title: string;
  text: string;
}

export interface Campaign extends CampaignDraft {
  id: string;
  state: 'draft' | 'signed';
  revision: number;
}

export interface Assignment {
  id: string;
  organisation: string;
  practice: string;
  wave: number;
  deadline: Day;
  target: Stage;
  exempt_on?: Day | null;
  exempt_reason?: string | null;
}

export interface AssignRequest {
  practices: string[];
  organisations: string[];
  wave: number;
  deadline: Day;
  target: Stage;
}

export interface AdoptionHead {
  id: string;
  organisation: Named;
  practice: Named;
  version: string;
  chosen_on: Day;
  confirmed_on?: Day | null;
  opened_on?: Day | null;
  opening_order?: string | null;
  stopped_on?: Day | null;
  stop_reason?: string | null;
}

export interface Need {
  need: string;
  kind: LineKind;
  title: string;
  mandatory: boolean;
  held: number;
  missing: number;
  missing_said: Said;
}

export interface PlanLine {
  id: string;
  need: string;
  kind: LineKind;
  title: string;
  mandatory: boolean;
  owner: string;
  due: Day;
  created_on: Day;
  closed_on?: Day | null;
  closed_by?: string | null;
  closes_by: 'register' | 'proof';
  proof_kind: string;
  proof_name?: string | null;
  note: string;
  revision: number;
}

export interface ProposedLine {
  kind: LineKind;
  need: string;
  title: string;
  mandatory: boolean;
  owner: string;
  due: Day;
  missing: Said;
}

export interface PlannedLine {
  kind: LineKind;
  need: string;
  owner: string;
  due: Day;
}

export interface Adaptation {
  component: string;
  text: string;
}

export interface Adoption {
  head: AdoptionHead;
  newer_version?: string | null;
  today: Day;
  state: StageState;
  reason: Said;
  first: Partial<Record<Stage, Day>>;
  forecast: Forecast;
  needs: Need[];
  lines: PlanLine[];
  adaptable: { component: string; title: string; text?: string | null }[];
  next: Action[];
  revision: number;
}

export interface Asked {
  practice: Named;
  adoption?: string | null;
  state: StageState;
  reason: Said;
}

export interface MyCentre {
  organisation: Named;
  today: Day;
  asked: Asked[];
  next: Action[];
}

export interface ImportReport {
  written: boolean;
  rows: number;
  campaigns: number;
  assignments: number;
  openings: number;
  errors: { line: number; column: string; code: string; text: string }[];
}
