// The package as the server gives it: lists and fields that are absent in the document are absent here.
export interface Words {
  ru: string;
  kk?: string | null;
  en?: string | null;
}

type Maybe<Value> = Value | null | undefined;

export type Channel = 'centre' | 'home' | 'remote' | 'residential';
export type Certainty = 'verified' | 'recalled' | 'derived' | 'set_by_region';
export type StatementKind =
  | 'wait' | 'minutes' | 'group_size' | 'frequency' | 'programme_share' | 'qualified' | 'form_pair' | 'scale_change' | 'presence';

export interface Money {
  amount_kopecks?: Maybe<number>;
  set_by_region?: Maybe<boolean>;
  as_of?: Maybe<string>;
  note?: Maybe<Words>;
}

export interface Range {
  from: number;
  to: number;
}

export interface Source {
  checked: Certainty;
  text: Words;
}

export interface Cost {
  start: Money;
  monthly: Money;
  per_recipient: Money;
}

export interface Origin {
  centre: Words;
  region?: Maybe<Words>;
  year?: Maybe<number>;
  authors: { id: string; name: Words; position?: Maybe<Words> }[];
  contact: { email?: Maybe<string>; phone?: Maybe<string>; url?: Maybe<string> };
}

export interface Law {
  id: string;
  title: Words;
  number?: Maybe<string>;
  date?: Maybe<string>;
  region: string;
  valid_from?: Maybe<string>;
  valid_to?: Maybe<string>;
  note?: Maybe<Words>;
  checked: 'verified' | 'recalled';
}

export interface Component {
  id: string;
  title: Words;
  text: Words;
}

export interface Service {
  id: string;
  code: string;
  kind: string;
  title: Words;
  description?: Maybe<Words>;
  unit: string;
  norm_minutes?: Maybe<number>;
  norm_source?: Maybe<Source>;
  group_size?: Maybe<Range>;
  channels: Channel[];
  remote_conditions?: Maybe<Words>;
  payment?: Maybe<'free' | 'tariff' | 'set_by_region'>;
}

export interface Step {
  id: string;
  text: Words;
  minutes?: Maybe<number>;
  role: string;
  service?: Maybe<string>;
}

export interface StaffNeed {
  id: string;
  position: Words;
  qualification: { code: string; title: Words };
  rate_hundredths?: Maybe<number>;
  set_by_region?: Maybe<boolean>;
  mandatory: boolean;
  duties?: Maybe<Words>;
  source?: Maybe<Source>;
}

export interface RoomNeed {
  id: string;
  title: Words;
  capacity?: Maybe<number>;
  area_m2?: Maybe<number>;
  exclusive?: Maybe<boolean>;
  mandatory: boolean;
  requirements?: Maybe<Words>;
}

export interface EquipmentNeed {
  id: string;
  title: Words;
  count: number;
  price: Money;
  lendable?: Maybe<boolean>;
  mandatory: boolean;
  note?: Maybe<Words>;
}

export interface DocumentNeed {
  id: string;
  title: Words;
  kind: string;
  template?: Maybe<string>;
  proof: string;
  mandatory: boolean;
  note?: Maybe<Words>;
}

export interface TrainingNeed {
  id: string;
  title: Words;
  role: string;
  hours: number;
  proof: string;
  mandatory: boolean;
  note?: Maybe<Words>;
}

export interface BudgetNeed {
  id: string;
  title: Words;
  when: string;
  amount: Money;
  mandatory: boolean;
}

export interface Needs {
  staff?: StaffNeed[];
  rooms?: RoomNeed[];
  equipment?: EquipmentNeed[];
  documents?: DocumentNeed[];
  training?: TrainingNeed[];
  budget?: BudgetNeed[];
}

export interface Lesson {
  id: string;
  title: Words;
  minutes: number;
  role: string;
  content: Words;
  materials?: { id: string; title: Words; file: Words }[];
}

export interface Course {
  title: Words;
  group_size?: Maybe<Range>;
  lessons: Lesson[];
  skills?: { id: string; title: Words; lesson: string }[];
  test?: Maybe<{ pass_percent: number; questions: unknown[] }>;
}

export interface Form {
  id: string;
  title: Words;
  kind: string;
  filled_by: string;
  moments: string[];
  fields: { id: string }[];
  scores?: { id: string; title: Words }[];
}

export interface Rule {
  services?: string[];
  days?: Maybe<number>;
  from?: Maybe<number>;
  to?: Maybe<number>;
  at_least?: Maybe<number>;
  per?: Maybe<'week' | 'month'>;
  share_percent?: Maybe<number>;
  qualifications?: string[];
  form?: Maybe<string>;
  score?: Maybe<string>;
  direction?: Maybe<'up' | 'down'>;
  min_change?: Maybe<number>;
  items?: string[];
}

export interface Statement {
  id: string;
  title: Words;
  idea: Words;
  period: 'month' | 'quarter' | 'year';
  kind: StatementKind;
  rule: Rule;
  threshold_percent: number;
}

export interface RolloutStep {
  id: string;
  title: Words;
  text?: Maybe<Words>;
  role?: Maybe<string>;
  days?: Maybe<number>;
  proof?: Maybe<string>;
  mandatory?: Maybe<boolean>;
}

export interface Evidence {
  id: string;
  axis: string;
  level: number;
  text: Words;
  source?: Maybe<string>;
  file?: Maybe<Words>;
}

export interface Package {
  schema: number;
  code: string;
  version: string;
  title: Words;
  summary: Words;
  body: Words;
  origin: Origin;
  licence: string;
  audience: { groups: string[]; age?: Maybe<Range>; needs?: string[]; care_forms: string[]; note?: Maybe<Words> };
  indications?: { id: string; text: Words }[];
  contraindications?: { id: string; text: Words; action: 'refuse' | 'doctor' | 'adapt' }[];
  legal_basis?: Law[];
  components: { core: Component[]; adaptable: Component[] };
  services: Service[];
  procedure: { preparation: Step[]; performance: Step[]; completion: Step[] };
  needs: Needs;
  forms?: Form[];
  course?: Maybe<Course>;
  document_templates?: { id: string; kind: string; title: Words; file: Words }[];
  standard: { title: Words; statements: Statement[] };
  rollout: { steps: RolloutStep[]; lag_days?: Maybe<{ ready: number; start: number; deliver: number }> };
  floor: {
    measure: 'facts' | 'recipients';
    at_least: number;
    period: 'month' | 'quarter';
    off_season?: number[];
    sustained_periods?: Maybe<number>;
    reason?: Maybe<Words>;
  };
  indicators?: { id: string; title: Words; kind: 'output' | 'outcome'; how: Words; target?: Maybe<Words> }[];
  risks?: { id: string; risk: Words; mitigation: Words }[];
  cost: Cost;
  evidence?: Evidence[];
  depends?: { id: string; code: string; versions: string; mandatory: boolean; note?: Maybe<Words> }[];
  upgrade_notes?: { id: string; version: string; text: Words }[];
}
