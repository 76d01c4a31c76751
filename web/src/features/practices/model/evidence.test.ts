import { expect, test } from 'vitest';
import { evidenceByAxis, evidenceReason, type Evidence } from './evidence';

test('the level has one reason: the axes that are no better', () => {
  expect(evidenceReason(0, ['results', 'data'])).toBe('нет подтверждений: результаты, данные');
  expect(evidenceReason(1, ['foundation'])).toBe('слабее всего: обоснование');
  expect(evidenceReason(3, ['description', 'foundation', 'results', 'data'])).toBe('');
});

test('an axis is as good as its best proof, and stands there without any', () => {
  const proof = (id: string, axis: Evidence['axis'], level: number): Evidence => ({ id, axis, level, text: { ru: id } });
  const found = evidenceByAxis({ evidence: [proof('a', 'foundation', 1), proof('b', 'description', 2), proof('c', 'foundation', 2)] });
  expect(found.map(({ axis, level, items }) => [axis, level, items.map(({ id }) => id)])).toEqual([
    ['description', 2, ['b']], ['foundation', 2, ['a', 'c']], ['results', 0, []], ['data', 0, []],
  ]);
});
