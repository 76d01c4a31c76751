import { t, textOfCode } from '../../../lib/messages';
import { formatMoney } from '../../../lib/numbers';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    const short = value.every((each) => typeof each === 'string' && each.length < 20);
    return short ? value.map((each) => textOfCode(`accounts.detail_of.${name}.${each}`, each)).join(', ') : t('accounts.audit_items', { count: value.length });
  }
  if (name === 'amount_kopecks' && typeof value === 'number') return formatMoney(value, 'RUB');
  if (typeof value === 'boolean') return t(value ? 'accounts.detail_yes' : 'accounts.detail_no');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

const isEmpty = (value: unknown) => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a record of the log holds besides: short values as they are, lists by their length, in the reader's words where there are any. */
export function detailWords(detail: string): string {
  try {
    const parsed: unknown = JSON.parse(detail || 'null');
    if (!isRecord(parsed)) return parsed === null ? '' : words('', parsed);
    return Object.entries(parsed)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => `${textOfCode(`accounts.detail_name.${name}`, name)}: ${words(name, value)}`)
      .join('; ');
  } catch {
    return detail;
  }
}
