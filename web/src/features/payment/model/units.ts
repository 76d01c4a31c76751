import { t } from '../../../lib/messages';

const units = ['service', 'minute', 'hour', 'day', 'month', 'trip', 'item', 'set', 'kilogram', 'square_metre', 'hundred_metres'] as const;

/** A unit that a region added of its own stands as it wrote it. */
export function unitWords(unit: string): string {
  const known = units.find((each) => each === unit);
  return known ? t(`payment.unit.${known}`) : unit;
}
