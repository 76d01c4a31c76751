// What the editor asks, section by section; the names are those of the package format.
import { wordsOf } from '../../../lib/words';
import {
  aspects, axes, budgetMoments, careForms, certainties, channels, contraActions, directions, documentKinds, floorPeriods, groups, indicatorKinds, lawCertainties, measures,
  needs, payments, pers, proofs, qualifications, roomKinds, serviceKinds, statementPeriods, units,
} from './codes';
import { at, put, textAt, type Json } from './document';
import type { Statement } from '../../../lib/statement';

export interface Table {
  prefix: string;
  codes: readonly string[];
}

export type Field = { name: string; optional?: boolean; hint?: 'markdown' | 'role' | 'kind' | 'code' | 'hundredths' | 'region' | 'file' | 'licence' | 'versions' } & (
  | { kind: 'line' | 'text' | 'long' | 'path' | 'string' | 'integer' | 'decimal' | 'date' | 'yes' | 'money' | 'source' | 'range' | 'role' | 'months' }
  | { kind: 'one' | 'many'; table: Table }
  | { kind: 'ref' | 'refs'; lists: readonly (readonly string[])[] }
  | { kind: 'group'; fields: readonly Field[] | ((owner: Json | undefined) => readonly Field[]) }
  | { kind: 'list'; id: string; fields: readonly Field[]; fresh?: Record<string, Json> }
);

type Plain = 'line' | 'text' | 'long' | 'path' | 'string' | 'integer' | 'decimal' | 'date' | 'yes' | 'money' | 'source' | 'range' | 'role' | 'months';
const field = (kind: Plain) => (name: string, hint?: Field['hint']): Field => ({ name, kind, ...(hint && { hint }) });
const line = field('line');
const text = field('text');
const string = field('string');
const integer = field('integer');
const date = field('date');
const yes = field('yes');
const money = field('money');
const role = field('role');
const may = (one: Field): Field => ({ ...one, optional: true });
const one = (name: string, prefix: string, codes: readonly string[]): Field => ({ name, kind: 'one', table: { prefix, codes } });
const many = (name: string, prefix: string, codes: readonly string[]): Field => ({ name, kind: 'many', table: { prefix, codes } });
const ref = (name: string, ...lists: string[]): Field => ({ name, kind: 'ref', lists: lists.map((each) => each.split('.')) });
const refs = (name: string, ...lists: string[]): Field => ({ name, kind: 'refs', lists: lists.map((each) => each.split('.')) });
const group = (name: string, ...fields: Field[]): Field => ({ name, kind: 'group', fields });
const list = (name: string, id: string, fields: Field[], fresh?: Record<string, Json>): Field => ({ name, kind: 'list', id, fields, ...(fresh && { fresh }) });

const procedureStep = [text('text'), role('role'), may(integer('minutes')), may(ref('service', 'services')), may(ref('template', 'document_templates')), may(ref('form', 'forms'))];
const allNeeds = ['needs.staff', 'needs.rooms', 'needs.equipment', 'needs.documents', 'needs.training', 'needs.budget'];

const ruleFields: Record<Statement['kind'], readonly Field[]> = {
  wait: [integer('days')],
  minutes: [integer('from'), integer('to')],
  group_size: [integer('from'), integer('to')],
  frequency: [integer('at_least'), one('per', 'per', pers)],
  programme_share: [integer('share_percent')],
  qualified: [many('qualifications', 'code_qualification', qualifications)],
  form_pair: [ref('form', 'forms')],
  scale_change: [ref('form', 'forms'), string('score'), one('direction', 'direction', directions), field('decimal')('min_change')],
  presence: [refs('items', 'needs.rooms', 'needs.equipment')],
};

const statementKinds = wordsOf(ruleFields);
const kindOf = (statement: Json | undefined) => statementKinds.find((kind) => kind === textAt(statement, ['kind']));

function fieldsOfRule(statement: Json | undefined): readonly Field[] {
  const kind = kindOf(statement);
  if (!kind) return [];
  const own = ruleFields[kind];
  return kind === 'presence' ? own : [...own, may(refs('services', 'services'))];
}

/** Another kind of measure has other numbers; those of the old one would be refused. */
export function tidy(document: Json): Json {
  const statements = at(document, ['standard', 'statements']);
  return Array.isArray(statements) ? (put(document, ['standard', 'statements'], statements.map(tidyStatement)) ?? {}) : document;
}

function tidyStatement(statement: Json): Json {
  if (typeof statement !== 'object' || statement === null || Array.isArray(statement)) return statement;
  const { rule } = statement;
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) return statement;
  const names = new Set(fieldsOfRule(statement).map((each) => each.name));
  return { ...statement, rule: Object.fromEntries(Object.entries(rule).filter(([name]) => names.has(name))) };
}

export interface SectionSpec {
  id: string;
  fields: readonly Field[];
}

export const sections: readonly SectionSpec[] = [
  { id: 'main', fields: [line('title'), field('text')('summary'), string('code', 'code'), string('version'), string('licence', 'licence')] },
  { id: 'body', fields: [field('long')('body', 'markdown')] },
  { id: 'origin', fields: [group('origin', line('centre'), may(line('region')), may(integer('year')), list('authors', 'author', [line('name'), may(line('position'))]),
    group('contact', may(string('email')), may(string('phone')), may(string('url'))))] },
  { id: 'audience', fields: [
    group('audience', many('groups', 'code_group', groups), may(field('range')('age')), may(many('needs', 'code_need', needs)), many('care_forms', 'code_care_form', careForms), may(text('note'))),
    list('indications', 'indication', [text('text')]),
    list('contraindications', 'contra', [text('text'), one('action', 'action', contraActions)]),
  ] },
  { id: 'components', fields: [group('components', list('core', 'core', [line('title'), text('text')]), list('adaptable', 'adaptable', [line('title'), text('text')]))] },
  { id: 'services', fields: [list('services', 'service', [
    line('title'), string('code'), one('kind', 'code_kind', serviceKinds), one('unit', 'code_unit', units), may(text('description')), may(integer('norm_minutes')), may(field('source')('norm_source')),
    may(field('range')('group_size')), many('channels', 'channel', channels), may(text('remote_conditions')), may(one('payment', 'payment', payments)),
    may(yes('counts_unnamed')), may(refs('delivered_by', 'needs.staff')), may(refs('rooms', 'needs.rooms')), may(refs('forms', 'forms')),
  ])] },
  { id: 'procedure', fields: [group('procedure', list('preparation', 'before', procedureStep), list('performance', 'during', procedureStep), list('completion', 'after', procedureStep))] },
  { id: 'staff', fields: [group('needs', list('staff', 'staff', [
    line('position'), group('qualification', one('code', 'code_qualification', qualifications), line('title')), may(integer('rate_hundredths', 'hundredths')), may(yes('set_by_region')), may(text('duties')),
    may(field('source')('source')), yes('mandatory'),
  ], { mandatory: true }), list('training', 'training', [line('title'), role('role'), integer('hours'), one('proof', 'proof', proofs), may(text('note')), yes('mandatory')], { mandatory: true }))] },
  { id: 'rooms', fields: [group('needs', list('rooms', 'room', [
    line('title'), one('kind', 'code_room_kind', roomKinds), may(integer('area_m2')), may(integer('capacity')), may(yes('exclusive')), may(text('requirements')), yes('mandatory'),
  ], { mandatory: true }))] },
  { id: 'equipment', fields: [group('needs', list('equipment', 'item', [
    line('title'), string('kind', 'kind'), integer('count'), money('price'), may(yes('lendable')), may(integer('life_months')), may(text('note')), yes('mandatory'),
  ], { mandatory: true, count: 1, price: { set_by_region: true } }))] },
  { id: 'documents', fields: [
    group('needs', list('documents', 'document', [line('title'), one('kind', 'document', documentKinds), may(ref('template', 'document_templates')), one('proof', 'proof', proofs), may(text('note')), yes('mandatory')], { mandatory: true })),
    list('document_templates', 'template', [line('title'), one('kind', 'document', documentKinds), field('path')('file', 'file')]),
  ] },
  { id: 'standard', fields: [group('standard', line('title'), {
    name: 'statements', kind: 'list', id: 'statement', fresh: { aspect: 'process', period: 'quarter', threshold_percent: 80 }, fields: [
      line('title'), text('idea'), one('kind', 'statement', statementKinds), { name: 'rule', kind: 'group', fields: fieldsOfRule },
      integer('threshold_percent'), one('period', 'period', statementPeriods), one('aspect', 'aspect', aspects),
    ],
  })] },
  { id: 'rollout', fields: [group('rollout',
    list('steps', 'step', [line('title'), may(text('text')), may(role('role')), may(integer('days')), may(one('proof', 'proof', proofs)), may(refs('closes', ...allNeeds))]),
    group('lag_days', may(integer('ready')), may(integer('start')), may(integer('deliver'))))] },
  { id: 'floor', fields: [group('floor', one('measure', 'measure', measures), integer('at_least'), one('period', 'period', floorPeriods), may(integer('sustained_periods')), may(field('months')('off_season')), may(text('reason')))] },
  { id: 'cost', fields: [group('cost', money('start'), money('monthly'), money('per_recipient')),
    group('needs', list('budget', 'money', [line('title'), one('when', 'when', budgetMoments), money('amount'), one('proof', 'proof', proofs), yes('mandatory')], { mandatory: true, amount: { set_by_region: true } }))] },
  { id: 'risks', fields: [list('risks', 'risk', [text('risk'), text('mitigation')])] },
  { id: 'law', fields: [list('legal_basis', 'law', [line('title'), may(string('number')), may(date('date')), string('region', 'region'), may(date('valid_from')), may(date('valid_to')), may(text('note')), one('checked', 'checked', lawCertainties)], { region: 'RU', checked: 'recalled' })] },
  { id: 'evidence', fields: [
    list('evidence', 'evidence', [one('axis', 'axis', axes), one('level', 'level', ['0', '1', '2', '3']), text('text'), may(string('source')), may(field('path')('file', 'file'))]),
    list('indicators', 'indicator', [line('title'), one('kind', 'indicator', indicatorKinds), text('how'), may(line('target')), may(ref('statement', 'standard.statements'))]),
  ] },
  { id: 'links', fields: [
    list('depends', 'practice', [string('code', 'code'), string('versions', 'versions'), yes('mandatory'), may(text('note'))], { mandatory: true }),
    list('upgrade_notes', 'note', [string('version'), text('text')]),
  ] },
];

export const certaintyTable: Table = { prefix: 'checked', codes: certainties };

/** Where a problem is mended, by its pointer; forms, course and schedule have no form here yet. */
export function sectionOfPointer(pointer: string): string | null {
  const [top = '', next = ''] = pointer.replace(/^\//, '').split('/');
  for (const { id, fields } of sections) {
    for (const each of fields) {
      if (each.name !== top) continue;
      if (top !== 'needs' || each.kind !== 'group' || typeof each.fields === 'function') return id;
      if (each.fields.some((inner) => inner.name === next)) return id;
    }
  }
  return top === 'files' ? 'files' : null;
}
