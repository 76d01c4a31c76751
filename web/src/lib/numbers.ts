import { locale } from './dates';

function plain(text: string): string {
  return text.replace(/\u202f/g, '\u00a0');
}

export function formatNumber(value: number, fraction = 0): string {
  return plain(
    new Intl.NumberFormat(locale(), { minimumFractionDigits: 0, maximumFractionDigits: fraction }).format(value),
  );
}

export function formatPercent(share: number, fraction = 0): string {
  return plain(new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: fraction }).format(share));
}

/** Money travels in the smallest unit, so that sums stay exact. */
export function formatMoney(minor: number, currency: 'RUB' | 'KZT'): string {
  const whole = minor % 100 === 0;
  const number = new Intl.NumberFormat(locale(), {
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: 2,
  }).format(minor / 100);
  return `${plain(number)}\u00a0${currency === 'RUB' ? '₽' : '₸'}`;
}

export function formatSize(bytes: number, unit: { kilobyte: string; megabyte: string }): string {
  const megabytes = bytes / 1048576;
  return megabytes >= 1
    ? `${formatNumber(megabytes, 1)}\u00a0${unit.megabyte}`
    : `${formatNumber(Math.max(1, Math.round(bytes / 1024)))}\u00a0${unit.kilobyte}`;
}
