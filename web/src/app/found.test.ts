import { beforeAll, expect, test } from 'vitest';
import { findPlaces, foundOf, orderOf, pageOf, type Place } from './found';

let places: Place[];
const found = (text: string) => findPlaces(places, text).map(({ path }) => path);

beforeAll(() => {
  places = [
    pageOf({ path: '/organisations', label: 'app.nav.centres' }),
    orderOf({ id: 'c', number: '12-П', signed_on: '2026-02-01', title: 'О школах ухода', text: '', state: 'signed', revision: 1 }),
  ];
});

test('a page is found in the other layout too', () => {
  expect(found('центр')).toEqual(['/organisations']);
  expect(found('wtynh')).toEqual(['/organisations']);
});

test('a room says whose it is, a clause of which standard it is, and a kind without words is shown as it came', () => {
  const place = { id: 'r', path: '/organisations/o/rooms', title: { text: 'Класс', marks: [] }, snippet: { text: 'Северный центр', marks: [] } };
  expect(foundOf({ ...place, kind: 'room' })).toMatchObject({ title: 'Класс', note: 'Помещение · Северный центр', path: '/organisations/o/rooms' });
  expect(foundOf({ ...place, kind: 'clause', within: 'Стандарт ухода' })).toMatchObject({ title: 'Класс — Стандарт ухода', note: 'Пункт стандарта' });
  expect(foundOf({ ...place, kind: 'novelty' }).note).toBe('novelty');
});

test('an order is found by its number with and without the sign, and by what it is', () => {
  expect(places[1]?.note).toBe('Приказ № 12-П от 01.02.2026');
  for (const text of ['12-п', '№12-п', '№ 12-П', 'приказ 12', 'о школах']) expect(found(text), text).toEqual(['/rollout/campaigns/c']);
});

test('what begins with the text comes first', () => {
  const order = orderOf({ id: 'd', number: '1', title: 'Центры', text: '', state: 'draft', revision: 1 });
  const about = orderOf({ id: 'e', number: '2', title: 'Про центры', text: '', state: 'draft', revision: 1 });
  expect(findPlaces([about, order], 'центр').map(({ title }) => title)).toEqual(['Центры', 'Про центры']);
  expect(found('нет такого')).toEqual([]);
});
