import { ageOn, formatDay, type Day } from '../../lib/dates';
import { t } from '../../lib/messages';

export function ageWords(birth: Day, day: Day): string {
  return t('person.age', { years: ageOn(birth, day) });
}

/** "07.03.1948 · 78 лет"; of the dead, both days. */
export function lifeWords(birth: Day, death: Day | undefined, day: Day): string {
  return death ? `${formatDay(birth)}\u00a0— ${formatDay(death)}` : `${formatDay(birth)} · ${ageWords(birth, day)}`;
}
