import { t } from '../../../lib/messages';
import { Tag } from '../../../ui/Tag';
import type { Clock } from '../api';
import { clockWords, dueWords, toneOf } from '../model/words';

/** How long there is: words, the day, and an honest remark where the calendar lacks holidays. */
export function Due({ clock, day = 'shown' }: { clock: Clock | undefined; day?: 'shown' | 'left out' }) {
  if (!clock) return <>—</>;
  return (
    <span class="prog-due">
      <Tag tone={toneOf(clock)}>{clockWords(clock)}</Tag>
      {day === 'shown' && clock.due && <span class="muted">{dueWords(clock)}</span>}
      {!clock.holidays_known && <span class="muted">{t('programmes.holidays_unknown')}</span>}
    </span>
  );
}
