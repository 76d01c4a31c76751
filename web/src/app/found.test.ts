import { beforeAll, expect, test } from 'vitest';
import { findPlaces, orderOf, organisationOf, pageOf, practiceOf, type Place } from './found';

let places: Place[];
const found = (text: string) => findPlaces(places, text).map(({ path }) => path);

beforeAll(() => {
  places = [
    pageOf({ path: '/organisations', label: 'app.nav.centres' }),
    organisationOf({
      id: 'o', code: 'north', kind: 'centre', title: 'Северный центр социальных услуг', short_title: 'Северный центр', zone: 'Europe/Moscow', address: '', phone: '', director: '', revision: 1,
    }),
    practiceOf({ id: 'p', code: 'ru.school', title: { ru: 'Школа ухода' } }),
    orderOf({ id: 'c', number: '12-П', signed_on: '2026-02-01', title: 'О школах ухода', text: '', state: 'signed', revision: 1 }),
  ];
});

test('an organisation is found by either name, its code, and in the other layout', () => {
  expect(found('северный центр')).toEqual(['/organisations/o']);
  expect(found('социальных север')).toEqual(['/organisations/o']);
  expect(found('north')).toEqual(['/organisations/o']);
  expect(found('ctdthysq')).toEqual(['/organisations/o']);
});

test('an order is found by its number with and without the sign, and by what it is', () => {
  expect(places[3]?.note).toBe('Приказ № 12-П от 01.02.2026');
  for (const text of ['12-п', '№12-п', '№ 12-П', 'приказ 12', 'о школах']) expect(found(text), text).toEqual(['/rollout/campaigns/c']);
});

test('what begins with the text comes first', () => {
  expect(found('школ')).toEqual(['/practices/p', '/rollout/campaigns/c']);
  expect(found('центр')).toEqual(['/organisations', '/organisations/o']);
  expect(found('нет такого')).toEqual([]);
});
