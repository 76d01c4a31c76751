import { describe, expect, it } from 'vitest';
import { lineOf } from '../../../ui/form/line';
import { historyOf, type FilledForm } from './score_history';

const form = (filled_on: string, value: number | undefined, more: Partial<FilledForm> = {}): FilledForm => ({
  id: filled_on, organisation: '', practice: 'p', practice_titles: {}, version: 'v', form: 'tug', titles: { ru: 'Встань и иди' }, moment: 'start',
  filled_on, recorded_on: filled_on, confidential: false, readable: true, corrected: false,
  scores: value === undefined ? [] : [{ id: 'time', titles: { ru: 'Время' }, value }, { id: 'risk', titles: {}, band: { ru: 'Есть риск' } }], ...more,
});

describe('history of scores', () => {
  it('goes by day, whatever the order of recording, and leaves out bands and what was measured once', () => {
    const lines = historyOf([form('2026-05-01', 12), form('2026-03-01', 14.5), form('2026-06-01', 9), form('2026-04-01', 1, { form: 'other' })]);
    expect(lines.map(({ points }) => points.map(({ value }) => value))).toEqual([[14.5, 12, 9]]);
  });
  it('says nothing of forms that may not be read', () => {
    const { scores: _, ...unread } = form('2026-05-01', 3);
    expect(historyOf([unread, form('2026-04-01', 3)])).toEqual([]);
  });
  it('draws a fall downwards and equal values as a level line', () => {
    expect(lineOf([{ day: '2026-01-01', value: 20 }, { day: '2026-01-11', value: 10 }])).toEqual([[4, 4], [96, 26]]);
    expect(lineOf([{ day: '2026-01-01', value: 5 }, { day: '2026-01-11', value: 5 }])).toEqual([[4, 15], [96, 15]]);
  });
});
