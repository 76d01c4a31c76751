// The codes that ship with the package format.
import type { Schemas } from '../../../lib/api';
import { wordsOf } from '../../../lib/words';

type Document = Schemas['PackageDocumentNeed'];
type Rule = Required<Schemas['PackageRule']>;
type Floor = Schemas['PackageFloor'];
type Statement = Schemas['PackageStatement'];

export const channels = wordsOf<Schemas['PackageService']['channels'][number]>({ centre: true, home: true, remote: true, residential: true });
export const groups = [
  'older_people', 'disabled_adults', 'disabled_children', 'families_with_disabled_child', 'family_carers', 'families_with_children',
  'people_after_stroke', 'people_with_dementia', 'palliative', 'veterans', 'homeless', 'low_income', 'volunteers', 'staff',
] as const;
export const needs = [
  'self_care_loss', 'disabled_family_member', 'child_adaptation', 'no_care_available', 'family_conflict', 'no_fixed_abode', 'no_work_or_means', 'regional_other',
] as const;
export const careForms = ['home', 'semi_residential', 'residential', 'temporary_stay', 'urgent'] as const;
export const units = ['service', 'minute', 'hour', 'day', 'month', 'trip', 'item', 'set', 'kilogram', 'square_metre', 'hundred_metres'] as const;
export const serviceKinds = ['household', 'medical', 'psychological', 'pedagogical', 'labour', 'legal', 'communicative', 'urgent', 'cultural', 'economic'] as const;
export { qualificationCodes as qualifications } from '../../../lib/statement';
export const roomKinds = [
  'rental_store', 'reception', 'consulting', 'quiet_room', 'demo_room', 'training_hall', 'sensory', 'kitchen', 'workshop', 'adaptive_pe_hall',
  'relaxation', 'class', 'bedroom', 'cleaning_area', 'garage', 'office',
] as const;
export const roles = ['director', 'methodist', 'accountant', 'desk', 'recipient', 'relative', 'volunteer', 'partner'] as const;
export const documentKinds = wordsOf<Document['kind']>({
  order: true, regulation: true, job_description: true, contract: true, agreement: true, act: true, consent: true, journal: true, plan: true, instruction: true,
  certificate: true, leaflet: true, letter: true, questionnaire: true,
});
export const proofs = wordsOf<Document['proof']>({ document: true, photo: true, order: true, certificate: true, act: true, register: true, none: true });
export const certainties = wordsOf<Schemas['PackageSource']['checked']>({ verified: true, recalled: true, derived: true, set_by_region: true });
export const lawCertainties = wordsOf<Schemas['PackageLaw']['checked']>({ verified: true, recalled: true });
export const contraActions = wordsOf<Schemas['PackageContraindication']['action']>({ refuse: true, doctor: true, adapt: true });
export const payments = wordsOf<Required<Schemas['PackageService']>['payment']>({ free: true, tariff: true, set_by_region: true });
export const pers = wordsOf<Rule['per']>({ week: true, month: true });
export const directions = wordsOf<Rule['direction']>({ up: true, down: true });
export const statementPeriods = wordsOf<Statement['period']>({ month: true, quarter: true, year: true });
export const aspects = wordsOf<Statement['aspect']>({ structure: true, process: true, outcome: true });
export const measures = wordsOf<Floor['measure']>({ facts: true, recipients: true });
export const floorPeriods = wordsOf<Floor['period']>({ month: true, quarter: true });
export const budgetMoments = wordsOf<Schemas['PackageBudgetNeed']['when']>({ start: true, monthly: true, yearly: true });
export const axes = wordsOf<Schemas['PackageEvidence']['axis']>({ description: true, foundation: true, results: true, data: true });
export const indicatorKinds = wordsOf<Schemas['PackageIndicator']['kind']>({ output: true, outcome: true });
/** Steps of the filter of cost, in roubles to start. */
export const costs = ['0', '100000', '500000', '1000000', '3000000'] as const;
