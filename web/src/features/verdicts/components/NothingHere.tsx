import type { Day } from '../../../lib/dates';
import { useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import type { Subject } from '../api';
import { countedIn } from '../model/above';
import { centrePath, onDay, regionPath } from '../model/subject';

export interface NothingHereProps {
  centre: string;
  /** Absent: everything that the centre may be held to. */
  subject?: Subject;
  day: Day | null;
}

/** Why there is no requirement: the services of a branch count for its centre, where they are judged. */
export function NothingHere({ centre, subject, day }: NothingHereProps) {
  const all = useOrganisations();
  const above = subject && !('service' in subject) ? undefined : countedIn(all.data ?? [], centre);
  if (above) {
    const href = subject ? onDay(centrePath(subject, above.id), day) : regionPath({ organisation: above.id }, day);
    return (
      <EmptyState
        title={t('verdicts.counted_above', { centre: above.short_title })}
        detail={t('verdicts.counted_above_detail')}
        action={<a href={href}>{t('verdicts.open_above', { centre: above.short_title })}</a>}
      />
    );
  }
  if (!subject) return <EmptyState title={t('verdicts.nothing_asked')} />;
  if ('service' in subject) return all.isPending ? null : <EmptyState title={t('verdicts.not_provided')} detail={t('verdicts.not_provided_detail')} />;
  return <EmptyState title={t('verdicts.not_running')} detail={t('verdicts.not_running_detail')} />;
}
