// What is typed into an assessment, and what of it can be sent.
import { addDays, type Day } from '../../../lib/dates';
import { kopecksOf, roublesOf } from '../../../lib/money';
import type { Assessment, Input } from '../api';

export const months = 12;

export interface MemberForm {
  who: string;
  document: string;
  incomes: readonly string[];
}

export interface ServiceForm {
  service: string;
  quantity: string;
  care_package: boolean;
}

export interface AssessForm {
  care_form: Input['care_form'];
  area: Input['area'] | '';
  group: Input['group'] | '';
  applied_on: Day | null;
  effective_on: Day | null;
  members: MemberForm[];
  services: ServiceForm[];
  reason: string;
}

export const emptyMember = (who: string): MemberForm => ({ who, document: '', incomes: Array<string>(months).fill('') });
export const emptyService = (): ServiceForm => ({ service: '', quantity: '1', care_package: false });

/** The first day of each of the twelve months before that of the day, the earliest first. */
export function monthsBefore(day: Day): Day[] {
  const out: Day[] = [];
  for (let first = `${day.slice(0, 7)}-01`; out.length < months; ) {
    first = `${addDays(first, -1).slice(0, 7)}-01`;
    out.unshift(first);
  }
  return out;
}

/** Hundredths, as the ledger counts units; null for what is no number of them. */
export function hundredthsOf(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace(',', '.');
  if (!/^\d{1,4}(\.\d{1,2})?$/.test(plain)) return null;
  const value = Math.round(Number(plain) * 100);
  return value > 0 ? value : null;
}

export const unitsOf = (hundredths: number): string => String(hundredths / 100).replace('.', ',');

/** Everything but the incomes of the last time, which belong to other months. */
export function formAfter(last: Assessment, today: Day): AssessForm {
  const { input } = last;
  return {
    care_form: input.care_form, area: input.area, group: input.group, applied_on: today, effective_on: today, reason: '',
    members: input.members.map((each) => emptyMember(each.who)),
    services: input.services.map((each) => ({ service: each.service, quantity: unitsOf(each.quantity), care_package: each.care_package })),
  };
}

/** The incomes of the last time where its months are among these. */
export function knownIncomes(last: Assessment, member: number, applied: Day): string[] {
  const before = monthsBefore(last.input.applied_on);
  return monthsBefore(applied).map((month) => roublesOf(last.input.members[member]?.incomes[before.indexOf(month)]));
}

export type Lack = 'area' | 'group' | 'days' | 'services' | 'incomes' | 'who';

const blank = (member: MemberForm) => member.incomes.every((each) => each.trim() === '');

/** What can be reckoned, or what it still lacks. Somebody without a single income is not sent: who is free of charge needs none. */
export function inputOf(form: AssessForm): { input: Input; lacks: null } | { input: null; lacks: Lack[] } {
  const lacks: Lack[] = [];
  const members = form.members.filter((each) => !blank(each)).map((each) => ({
    who: each.who.trim(),
    ...(each.document.trim() ? { document: each.document.trim() } : {}),
    incomes: each.incomes.map((text) => kopecksOf(text) ?? -1),
  }));
  const services = form.services.map((each) => ({ service: each.service, quantity: hundredthsOf(each.quantity) ?? 0, care_package: each.care_package }));
  if (!form.area) lacks.push('area');
  if (!form.group) lacks.push('group');
  if (!form.applied_on || !form.effective_on) lacks.push('days');
  if (services.length === 0 || services.some((each) => !each.service || each.quantity === 0)) lacks.push('services');
  if (members.some((each) => each.incomes.includes(-1))) lacks.push('incomes');
  if (members.some((each) => !each.who)) lacks.push('who');
  if (lacks.length > 0 || !form.area || !form.group || !form.applied_on || !form.effective_on) return { input: null, lacks };
  return { input: { care_form: form.care_form, area: form.area, group: form.group, applied_on: form.applied_on, effective_on: form.effective_on, members, services }, lacks: null };
}
