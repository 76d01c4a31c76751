import { t } from '../../../lib/messages';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function words(value: unknown): string {
  if (Array.isArray(value)) return value.every((each) => typeof each === 'string' && each.length < 20) ? value.join(', ') : t('accounts.audit_items', { count: value.length });
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a record of the log holds besides: short values as they are, lists by their length. */
export function detailWords(detail: string): string {
  try {
    const parsed: unknown = JSON.parse(detail || 'null');
    if (!isRecord(parsed)) return parsed === null ? '' : words(parsed);
    return Object.entries(parsed).map(([name, value]) => `${name}: ${words(value)}`).join('; ');
  } catch {
    return detail;
  }
}
