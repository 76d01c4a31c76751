import { addDays, type Day } from '../../../lib/dates';
import type { Content, Line, Wish } from '../api';
import { amountWords, hundredthsOf } from './words';

/** A service as it is typed. */
export interface LineForm {
  service: string;
  quantity: string;
  times: string;
  every: Line['every'];
  minutes: string;
  note: string;
  since?: Day | undefined;
  until?: Day | undefined;
}

export interface PlanForm {
  form: Content['form'];
  since: Day | null;
  until: Day | null;
  review_on: Day | null;
  care_level: string;
  conditions: string;
  providers: string;
  accompaniment: { kind: string; measure: string; agency: string }[];
  lines: LineForm[];
  reason: string;
}

export const emptyLine = (): LineForm => ({ service: '', quantity: '1', times: '1', every: 'week', minutes: '', note: '' });

/** A year less a day: most programmes are made so. */
export function yearFrom(day: Day): Day {
  const [year = '', month = '', date = ''] = day.split('-');
  const next = `${Number(year) + 1}-${month}-${month === '02' && date === '29' ? '28' : date}`;
  return addDays(next, month === '02' && date === '29' ? 0 : -1);
}

export function begin(day: Day, wish: Pick<Wish, 'form' | 'services'> | null, provider: string, level: number | undefined): PlanForm {
  const lines = (wish?.services ?? []).map((service) => ({ ...emptyLine(), service }));
  return {
    form: wish && wish.form !== 'urgent' ? wish.form : 'home', since: day, until: yearFrom(day), review_on: null, care_level: level ? String(level) : '', conditions: '',
    providers: provider, accompaniment: [], lines: lines.length > 0 ? lines : [emptyLine()], reason: '',
  };
}

export function formOf(content: Content, reason: string): PlanForm {
  return {
    form: content.form, since: content.since, until: content.until, review_on: content.review_on ?? null, care_level: content.care_level ? String(content.care_level) : '',
    conditions: content.conditions ?? '', providers: content.providers.join('\n'), reason,
    accompaniment: content.accompaniment.map(({ kind, measure, agency }) => ({ kind, measure, agency: agency ?? '' })),
    lines: content.lines.map((line) => ({
      service: line.service, quantity: amountWords(line.quantity), times: String(line.times), every: line.every, minutes: line.weekly_minutes ? String(line.weekly_minutes) : '',
      note: line.note ?? '', since: line.since, until: line.until,
    })),
  };
}

const countOf = (text: string): number | null => (/^\d{1,4}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null);

function lineOf(line: LineForm): Line | null {
  const quantity = hundredthsOf(line.quantity);
  const times = countOf(line.times);
  const minutes = line.minutes.trim() ? countOf(line.minutes) : undefined;
  if (!line.service || quantity === null || times === null || minutes === null) return null;
  return {
    service: line.service, quantity, times, every: line.every, ...(minutes ? { weekly_minutes: minutes } : {}), ...(line.note.trim() ? { note: line.note.trim() } : {}),
    ...(line.since ? { since: line.since } : {}), ...(line.until ? { until: line.until } : {}),
  };
}

/** What is sent; nothing while something cannot be read. */
export function contentOf(form: PlanForm): Content | null {
  const lines = form.lines.map(lineOf);
  if (!form.since || !form.until || lines.some((each) => each === null)) return null;
  return {
    form: form.form, since: form.since, until: form.until, ...(form.review_on ? { review_on: form.review_on } : {}),
    ...(form.care_level ? { care_level: Number(form.care_level) } : {}), ...(form.conditions.trim() ? { conditions: form.conditions.trim() } : {}),
    providers: form.providers.split('\n').map((each) => each.trim()).filter(Boolean),
    accompaniment: form.accompaniment.filter(({ measure }) => measure.trim()).map(({ kind, measure, agency }) => ({ kind: kind.trim(), measure: measure.trim(), ...(agency.trim() ? { agency: agency.trim() } : {}) })),
    lines: lines as Line[],
  };
}

/** Minutes a week of the package, as far as they can be read. */
export const packageMinutes = (lines: readonly LineForm[]): number => lines.reduce((sum, each) => sum + (countOf(each.minutes) ?? 0), 0);
