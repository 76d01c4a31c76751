// Months, sums and causes in words.
import { formatDay } from '../../../lib/dates';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import { t } from '../../../lib/messages';
import type { BillPart, Causes } from '../api';

export const money = (kopecks: number): string => formatMoney(kopecks, 'RUB');

/** What is not known is never shown as nothing. */
export const payment = (kopecks: number | undefined): string => (kopecks === undefined ? t('acts.not_known') : money(kopecks));

/** "+130 ₽", "−50 ₽" */
export const difference = (kopecks: number): string => (kopecks > 0 ? `+${money(kopecks)}` : kopecks < 0 ? `−${money(-kopecks)}` : money(0));

export const quantity = (hundredths: number): string => formatNumber(hundredths / 100, 2);

export function causes({ late, taken_back, merged, assessment, tariff }: Causes): string {
  const words = [
    late > 0 && t('acts.why.late', { count: late }),
    taken_back > 0 && t('acts.why.taken_back', { count: taken_back }),
    merged > 0 && t('acts.why.merged', { count: merged }),
    assessment && t('acts.why.assessment'),
    tariff && t('acts.why.tariff'),
  ];
  return words.filter((each) => each !== false).join('; ');
}

/** How the payment of a part of a month follows. */
export function paymentOf(part: BillPart): string {
  const since = part.effective_on ? formatDay(part.effective_on) : '';
  const sum = money(part.sum_kopecks);
  if (!part.assessment) return t('acts.part.not_assessed', { sum });
  if (part.payable_kopecks === undefined) return t('acts.part.not_known', { sum, since });
  if (part.free) return t(`acts.part.free.${part.free}`, { sum, since });
  return t('acts.part.up_to', { sum, since, ceiling: money(part.ceiling_kopecks ?? 0), payable: money(part.payable_kopecks) });
}
