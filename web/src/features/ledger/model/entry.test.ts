import { expect, test } from 'vitest';
import { inOtherLayout, readSearch } from '../../../lib/person_search';
import { noPerson } from '../../../ui/person/PersonFields';
import type { OfferedPractice, OfferedService } from '../api';
import { readCsv } from './csv';
import { emptyDraft, factRequest, fitting, groupRequest, hundredths, missing, nextDraft, takenFor, takenPractice, withService } from './entry';
import { beginPerson } from './search';

const practice = (id: string, channels: OfferedPractice['channels']): OfferedPractice => ({ id, titles: { ru: id }, channels, counts_unnamed: false });
const service: OfferedService = { id: 's', code: 's.1', kind: 'k', titles: { ru: 's' }, unit: 'u', norm_minutes: 30, practices: [practice('a', ['centre']), practice('b', ['centre', 'home'])] };

test('one field reads names, dates and numbers', () => {
  expect(readSearch('ив ел')).toEqual({ query: 'ив ел' });
  expect(readSearch('07.03.1948')).toEqual({ birth: '1948-03-07' });
  expect(readSearch('ив 070348')).toEqual({ query: 'ив', birth: '1948-03-07' });
  expect(readSearch('112-233-445 95')).toEqual({ snils: '11223344595' });
  expect(readSearch('и')).toBeNull();
  expect(inOtherLayout({ query: 'bdfyjd' })).toEqual({ query: 'иванов' });
});

test('what was searched begins a new card', () => {
  expect(beginPerson('иванова елена петровна 07.03.1948')).toMatchObject({ family_name: 'Иванова', given_name: 'Елена', patronymic: 'Петровна', birth: '1948-03-07', sex: 'female' });
  expect(beginPerson('112-233-445 95').number).toBe('11223344595');
});

test('the practice is asked only when several fit', () => {
  expect(fitting(service, 'home').map((each) => each.id)).toEqual(['b']);
  expect(takenPractice(fitting(service, 'home'), '')?.id).toBe('b');
  const both = fitting(service, 'centre');
  expect(takenPractice(both, '')).toBeUndefined();
  const draft = { ...emptyDraft(), service: 's', person: { id: 'p', title: 'P' }, minutes: '30', performed_on: '2026-11-23' };
  expect(missing(draft, both)).toEqual([{ pointer: '/practice', code: 'ledger.missing.practice' }]);
  expect(factRequest({ ...draft, practice: 'a' }, 'o', both)).toMatchObject({ practice: 'a', person: 'p', minutes: 30 });
  expect(factRequest({ ...draft, practice: 'a' }, 'o', fitting(service, 'home')).practice).toBeUndefined();
});

test('the next recipient keeps the work and drops the person', () => {
  const draft = { ...emptyDraft(), service: 's', minutes: '30', person: { id: 'p', title: 'P' }, request_on: '2026-11-20' };
  expect(nextDraft(draft, service)).toMatchObject({ service: 's', minutes: '30', person: null, request_on: '' });
});

test('typed minutes belong to one service of one recipient', () => {
  const other: OfferedService = { ...service, id: 'o', norm_minutes: 45 };
  const { norm_minutes: _, ...free } = service;
  const draft = { ...emptyDraft(), service: 's', minutes: '90' };
  expect(withService(draft, other).minutes).toBe('45');
  expect(withService(draft, { ...free, id: 'free' }).minutes).toBe('');
  expect({ ...draft, ...withService(draft, service) }.minutes).toBe('90');
  expect(withService(draft, undefined)).toMatchObject({ service: '', minutes: '' });
  expect(withService({ ...draft, service: '' }, other).minutes).toBe('90');
  expect(nextDraft(draft, service).minutes).toBe('30');
});

test('a service brings the channel of the practices that the centre runs, where the last one fits none of them', () => {
  const draft = { ...emptyDraft(), service: 'other' };
  const of = (...practices: OfferedPractice[]) => ({ ...service, practices });
  expect(withService(draft, of(practice('a', ['home']))).channel).toBe('home');
  expect(withService(draft, of(practice('a', ['remote', 'home']), practice('b', ['home']))).channel).toBe('remote');
  expect(withService(draft, of(practice('a', ['home']), practice('b', ['centre']))).channel).toBe('centre');
  expect(withService({ ...draft, channel: 'home' }, of(practice('a', ['home', 'centre']))).channel).toBe('home');
  expect(withService({ ...draft, channel: 'remote' }, of()).channel).toBe('remote');
  expect({ ...draft, channel: 'centre', ...withService({ ...draft, service: 's' }, of(practice('a', ['home']))) }.channel).toBe('centre');
});

test('somebody new who is known takes the place in the form', () => {
  const member = (key: string) => ({ key, person: null, fresh: { ...noPerson, family_name: key } });
  const group = { ...emptyDraft(), mode: 'group' as const, members: [member('a'), member('b')] };
  expect(takenFor(group, 1, { id: 'p', title: 'P' }).members.map(({ key }) => key)).toEqual(['a', 'p']);
  expect(takenFor({ ...emptyDraft(), fresh: noPerson }, null, { id: 'p', title: 'P' })).toMatchObject({ person: { id: 'p' }, fresh: null });
});

test('a group names the known and the new', () => {
  const draft = { ...emptyDraft(), mode: 'group' as const, service: 's', minutes: '45', performed_on: '2026-11-23', unnamed: '4',
    members: [{ key: '1', person: { id: 'p', title: 'P' }, fresh: null }, { key: '2', person: null, fresh: { ...noPerson, family_name: 'X' } }] };
  expect(groupRequest(draft, 'o', [])).toMatchObject({ participants: [{ person: 'p' }, { new_person: { family_name: 'X' } }], unnamed_count: 4 });
  expect(missing(draft, []).map((each) => each.pointer)).toContain('/participants/1/new_person/birth');
});

test('quantities are hundredths', () => {
  expect(hundredths('1,5')).toBe(150);
  expect(hundredths('')).toBeUndefined();
});

test('the file of errors is read with quotes', () => {
  expect(readCsv('\ufeffa;b\r\n"x;""y""";2\r\n')).toEqual([['a', 'b'], ['x;"y"', '2']]);
});
