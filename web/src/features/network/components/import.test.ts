import { expect, test } from 'vitest';
import { withCodes } from './geojson';
import { templateOf } from './TableColumns';

test('a template has the headings and one example, quoted', () => {
  const column = (title: string, example: string) => ({ name: title, title, need: 'free' as const, about: '', example });
  expect(templateOf({ name: 'rooms', columns: [column('Название', 'Зал «А»; большой'), column('Вид', '"кухня"')] })).toBe(
    '\ufeff"Название";"Вид"\r\n"Зал «А»; большой";"""кухня"""\r\n',
  );
});

test('a feature that the reader assigned gets the code of its district', async () => {
  const file = new Blob(['\ufeff{"type":"FeatureCollection","features":[{"properties":{"name":"a"}},{"properties":null}]}']);
  expect(await withCodes(file, new Map())).toBe(file);
  const coded = JSON.parse(await (await withCodes(file, new Map([[1, 'x'], [2, 'y'], [9, 'z']]))).text());
  expect(coded.features).toEqual([{ properties: { name: 'a', code: 'x' } }, { properties: { code: 'y' } }]);
});
