import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, test } from 'vitest';
import type { PlanLine, StageState } from '../model/types';
import { CampaignProgress } from './CampaignProgress';
import { StateTag } from './ColourTag';
import { LineState } from './Plan';
import { StageTrack } from './StageTrack';

const root = document.createElement('div');
const text = (element: preact.ComponentChild) => {
  act(() => render(element, root));
  return root.textContent ?? '';
};
const state = (change: Partial<StageState>): StageState => ({
  stage: 'chosen', sign: 'none', since: '2026-01-12', target: 'delivering', days_late: 0, exempt: false, flags: {}, ...change,
});

afterEach(() => render(null, root));

describe('an adoption', () => {
  test('of the own will asks for nothing that no order asks for', () => {
    const own = text(<StageTrack state={state({})} first={{ assigned: '2026-01-12' }} forecast={{}} />);
    expect(own).toContain('по решению центра');
    expect(own).not.toContain('требует приказ');
    expect(text(<StageTrack state={state({ deadline: '2026-04-30' })} first={{}} forecast={{}} />)).toContain('требует приказ');
  });

  test('that the centre stopped in spite of an order says so beside its sign', () => {
    expect(text(<StateTag state={state({ stage: 'stopped', sign: 'overdue', deadline: '2026-01-10', days_late: 2 })} />)).toBe('просроченоостановлено центромуже 2 дня');
  });

  test('that is stopped has no late lines', () => {
    const line = { due: '2026-01-10' } as PlanLine;
    expect(text(<LineState line={line} today="2026-01-12" stopped={false} />)).toBe('просрочено');
    expect(text(<LineState line={line} today="2026-01-12" stopped />)).toBe('остановлено');
    expect(text(<LineState line={{ ...line, closed_on: '2026-01-11' }} today="2026-01-12" stopped />)).toBe('закрыто 11.01.2026');
  });

  test('counts in the progress of its order', () => {
    expect(text(<CampaignProgress progress={{ assigned: 38, reached: 30, overdue: 8, lapsed: 0, exempt: 2 }} />)).toBe('30 из 38, просрочено 8');
  });
});
