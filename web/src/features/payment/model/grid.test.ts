import { expect, test } from 'vitest';
import { copiedCells, filledDown, filledGaps, pasted } from './grid';

test('a column of a spreadsheet is lines, and a single cell is left to the field', () => {
  expect(copiedCells('15 200,50\r\n16 000 ₽\r\n')).toEqual([['15 200,50'], ['16 000']]);
  expect(copiedCells('1\t2\n3\t4')).toEqual([['1', '2'], ['3', '4']]);
  expect(copiedCells('15200')).toBeNull();
});

test('cells are put down from the place on, and what does not fit is left out', () => {
  expect(pasted([['a', 'b', 'c'], ['d', 'e', 'f']], 1, 0, [['1'], ['2'], ['3']])).toEqual([['a', '1', '2'], ['d', 'e', 'f']]);
  expect(pasted([['a', 'b'], ['d', 'e']], 0, 1, [['1', '2'], ['3']])).toEqual([['a', 'b'], ['1', '3']]);
});

test('a value goes down, and gaps take the value above them', () => {
  expect(filledDown(['1', '2', '', '4'], 1)).toEqual(['1', '2', '2', '2']);
  expect(filledGaps(['', '15', ' ', '16', ''])).toEqual(['', '15', '15', '16', '16']);
});
