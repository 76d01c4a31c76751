// What a verdict says in words; every kind of measure counts something of its own.
import { t } from '../../../lib/messages';
import { formatNumber, formatPercent } from '../../../lib/numbers';
import type { Cell, JudgedStatement, Kind, RegionVerdicts, Row, Titles, Verdict } from '../api';

export function share({ numerator, denominator }: Verdict): number | null {
  return numerator == null || !denominator ? null : numerator / denominator;
}

/** "24 of 30 are 80 %, 90 % are asked". */
export function sum(verdict: Verdict): string | null {
  const part = share(verdict);
  if (part === null) return null;
  return t('verdicts.sum', {
    numerator: formatNumber(verdict.numerator ?? 0), denominator: formatNumber(verdict.denominator ?? 0), share: formatPercent(part),
    threshold: formatPercent(verdict.threshold_percent / 100),
  });
}

export function missing({ kind, rule }: JudgedStatement['statement'], { missing: count }: Verdict): string | null {
  if (!count) return null;
  return t(kind === 'frequency' ? `verdicts.missing.frequency_${rule.per ?? 'week'}` : `verdicts.missing.${kind}`, { count });
}

/** What a row of the kind is measured by. */
export function valueOf(kind: Kind, row: Row): string | null {
  const { value } = row;
  switch (kind) {
    case 'wait': return value == null ? t('verdicts.value.not_served') : t('verdicts.value.wait', { count: value });
    case 'minutes': return t('verdicts.value.minutes', { count: value ?? 0 });
    case 'group_size': return t('verdicts.value.people', { count: value ?? 0 });
    case 'frequency': return t('verdicts.value.services', { count: value ?? 0 });
    case 'scale_change': return value == null ? null : t('verdicts.value.change', { value: (value > 0 ? '+' : '') + formatNumber(value, 2) });
    case 'qualified':
    case 'form_pair':
    case 'presence':
    case 'programme_share': return null;
  }
}

export function whom({ name, age, sex }: Row): string {
  const words = [sex && t(`verdicts.sex.${sex}`), age != null && t('verdicts.age', { age })].filter(Boolean).join(', ');
  return name ? (words ? `${name} (${words})` : name) : words;
}

export function excluded(statement: JudgedStatement): string[] {
  return statement.verdict.excluded.map(({ reason, count }) => t('verdicts.excluded_by', { reason: t(`verdicts.reason.${reason}`), count: formatNumber(count) }));
}

/** What the statements of a cell are called, as the answer about the region tells once for all of its kind. */
export function titlesOf({ titles }: RegionVerdicts, { practice, service }: Pick<Cell, 'practice' | 'service'>): Titles | undefined {
  return titles.find((each) => each.practice === practice && each.service === service);
}
