// What a statement demands, in one sentence; its sums are the server's. Whoever shows it has the words of `practices`.
import type { Schemas } from './api';
import { titleOf } from './directory';
import { t, textOfCode } from './messages';
import { formatNumber, formatPercent } from './numbers';

export type Statement = Schemas['PackageStatement'];
type Package = Schemas['Package'];
/** The package of the practice; a listed service has none. */
export type Work = Pick<Package, 'needs' | 'forms' | 'services'> | null;

/** The qualifications that a statement may name (docs/package.md). */
export const qualificationCodes = [
  'social_worker', 'social_work_specialist', 'psychologist', 'clinical_psychologist', 'teacher', 'special_teacher', 'speech_therapist',
  'adaptive_pe_instructor', 'nurse', 'doctor', 'exercise_therapist', 'occupational_therapist', 'rehabilitation_specialist', 'care_aide',
  'care_instructor', 'lawyer', 'driver', 'technician', 'labour_instructor', 'culture_organiser', 'methodist', 'head_of_department',
  'volunteer_coordinator', 'cook', 'sanitary_worker',
] as const;

const list = (parts: string[]) => parts.filter(Boolean).join(', ');

function titlesOf(things: readonly { id: string; title: Schemas['PackageLine'] }[] | undefined, ids: readonly string[]): string {
  return list(ids.map((id) => titleOf(things?.find((each) => each.id === id)?.title) || id));
}

export function qualificationText(work: Work, code: string): string {
  const known = work?.needs.staff?.find((each) => each.qualification.code === code);
  return known ? titleOf(known.qualification.title) : textOfCode(`practices.code_qualification.${code}`, code);
}

export function demand(work: Work, { kind, rule }: Statement): string {
  const from = formatNumber(rule.from ?? 0);
  const to = formatNumber(rule.to ?? 0);
  const form = titleOf(work?.forms?.find((each) => each.id === rule.form)?.title) || (rule.form ?? '');
  switch (kind) {
    case 'wait': return t('practices.demand.wait', { days: rule.days ?? 0 });
    case 'minutes': return t('practices.demand.minutes', { from, to });
    case 'group_size': return t('practices.demand.group_size', { from, to });
    case 'frequency': return t('practices.demand.frequency', { count: rule.at_least ?? 1, per: rule.per ?? 'month' });
    case 'programme_share': return t('practices.demand.programme_share', { share: formatPercent((rule.share_percent ?? 0) / 100) });
    case 'qualified': return t('practices.demand.qualified', { who: list((rule.qualifications ?? []).map((code) => qualificationText(work, code))) });
    case 'form_pair': return t('practices.demand.form_pair', { form });
    case 'scale_change': {
      const score = work?.forms?.find((each) => each.id === rule.form)?.scores?.find((each) => each.id === rule.score);
      return t('practices.demand.scale_change', {
        form, score: titleOf(score?.title) || (rule.score ?? ''), direction: rule.direction ?? 'up', change: formatNumber(rule.min_change ?? 0, 2),
      });
    }
    case 'presence': return t('practices.demand.presence', { items: titlesOf([...(work?.needs.rooms ?? []), ...(work?.needs.equipment ?? [])], rule.items ?? []) });
  }
}

export function servicesOf(work: Work, { rule }: Statement): string {
  return rule.services?.length ? titlesOf(work?.services, rule.services) : t('practices.demand.every_service');
}

export function measured({ period, threshold_percent }: Statement): string {
  return t('practices.demand.measured', { share: formatPercent(threshold_percent / 100), period });
}
