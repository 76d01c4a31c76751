// The lines of a calculation in words: every one says what was reckoned, with what, and what it came to.
import { formatMoney, formatNumber } from '../../../lib/numbers';
import { t } from '../../../lib/messages';
import type { Step } from '../api';

export const money = (kopecks: number): string => formatMoney(kopecks, 'RUB');

/** "15 200 ₽ × 2 + 16 000 ₽": equal neighbours stand once. */
export function sumOf(values: readonly number[]): string {
  const runs: { value: number; count: number }[] = [];
  for (const value of values) {
    const last = runs[runs.length - 1];
    if (last?.value === value) last.count += 1;
    else runs.push({ value, count: 1 });
  }
  return runs.map(({ value, count }) => (count > 1 ? `${money(value)} × ${count}` : money(value))).join(' + ');
}

export interface Names {
  service(id: string | undefined): string;
  category(code: string | undefined): string;
}

export function titleOfStep({ kind, service, subject }: Step, names: Names): string {
  switch (kind) {
    case 'service':
    case 'care_package_service':
      return names.service(service);
    case 'member_income':
      return t('payment.step.member_income', { who: subject ?? '' });
    case 'minimum':
      return t('payment.step.minimum', { group: t(`payment.group.${(subject ?? 'per_capita') as 'per_capita' | 'working_age' | 'pensioner' | 'child'}`) });
    case 'free_category':
      return t('payment.step.free_category', { category: names.category(subject) });
    default:
      return t(`payment.step.${kind}`);
  }
}

export function formulaOf({ kind, operands }: Step): string {
  const value = (name: Step['operands'][number]['name']) => operands.find((each) => each.name === name)?.value ?? 0;
  const sum = (name: Step['operands'][number]['name']) => money(value(name));
  switch (kind) {
    case 'service':
      return `${sum('tariff')} × ${formatNumber(value('quantity') / 100, 2)}`;
    case 'care_package_service':
      return t('payment.formula.care_package', { quantity: formatNumber(value('quantity') / 100, 2) });
    case 'services_sum':
    case 'family_income':
      return operands.length > 1 ? operands.map((each) => money(each.value)).join(' + ') : '';
    case 'member_income':
      return sumOf(operands.map((each) => each.value));
    case 'average_income':
      return t('payment.formula.average_income', { income: sum('income'), months: value('months'), members: value('members') });
    case 'limit':
      return `${sum('minimum')} × ${value('percent')}\u00a0%`;
    case 'free_by_income':
      return `${sum('income')} ≤ ${sum('limit')}`;
    case 'excess':
      return `${sum('income')} − ${sum('limit')}`;
    case 'share_ceiling':
      return `${sum('excess')} × ${value('percent')}\u00a0%`;
    case 'cap_ceiling':
      return `${sum('income')} × ${value('percent')}\u00a0%`;
    case 'payment':
      return t('payment.formula.payment', { sum: sum('sum'), ceiling: sum('ceiling') });
    case 'minimum':
    case 'free_category':
    case 'free_care_package':
      return '';
  }
}
