import { describe, expect, it } from 'vitest';
import type { SheetField } from './sheet';
import { answersOf, forgotten, pressed, screensOf, typedOf } from './answers';

const field = (id: string, type: SheetField['type'], more: Partial<SheetField> = {}): SheetField => ({ id, titles: { ru: id }, type, required: false, options: [], ...more });
const fields = [
  field('points', 'integer', { min: 0, max: 4, required: true }),
  field('seconds', 'decimal'),
  field('hard', 'choices', { options: [{ id: 'move', titles: {} }, { id: 'wash', titles: {} }] }),
  field('back', 'boolean'),
  field('goal', 'line'),
];

describe('answers', () => {
  it('become what the server takes, and back', () => {
    const typed = { points: '3', seconds: '14,5', hard: 'move wash', back: 'no', goal: ' мыть ' };
    const answers = { points: 3, seconds: 14.5, hard: ['move', 'wash'], back: false, goal: 'мыть' };
    expect(answersOf(fields, typed)).toEqual(answers);
    expect(typedOf(fields, answers)).toEqual({ ...typed, goal: 'мыть' });
  });
  it('leave out what was not answered and keep what is no number for the server to name', () => {
    expect(answersOf(fields, { points: '', seconds: 'много' })).toEqual({ seconds: 'много' });
    expect(forgotten(fields, { seconds: '3' }).map(({ id }) => id)).toEqual(['points']);
  });
  it('offer short ranges to be pressed', () => {
    expect(pressed(field('x', 'integer', { min: 0, max: 3 }))).toEqual(['0', '1', '2', '3']);
    expect(pressed(field('x', 'integer', { min: 30, max: 220 }))).toBeNull();
    expect(pressed(field('x', 'decimal', { min: 0, max: 3 }))).toBeNull();
  });
  it('stand on screens of a few questions, none lost', () => {
    const many = Array.from({ length: 12 }, (_, at) => field(`q${at}`, at === 6 ? 'text' : 'integer'));
    const screens = screensOf(many);
    expect(screens.flat()).toEqual(many);
    expect(Math.max(...screens.map((each) => each.length))).toBeLessThanOrEqual(5);
    expect(screens.length).toBeGreaterThan(2);
  });
});
