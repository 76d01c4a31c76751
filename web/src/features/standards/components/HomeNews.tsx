import { useQuery } from '@tanstack/preact-query';
import { addDays, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { getNews, type News } from '../api';
import { markRead, readVersions } from '../model/read';
import { NewsLine } from './NewsLine';
import './Standards.css';

const daysInForce = 14;

/** What waits for a comment stays until there is one; a new version, until it was opened or has been in force for two weeks. */
function stillNews({ version }: News, read: readonly string[], today: Day): boolean {
  if (version.stage === 'comments') return true;
  return !read.includes(version.id) && (version.in_force_from ?? '') >= addDays(today, -daysInForce);
}

/** On the director's first page: a quiet line for each standard that changed or waits; nothing when none does. */
export default function HomeNews() {
  const { data } = useQuery({ queryKey: ['standards', 'news'], queryFn: getNews, staleTime: 60_000 });
  const read = readVersions();
  const shown = (data ?? []).filter((each) => stillNews(each, read, regionDay()));
  if (shown.length === 0) return null;
  return (
    <section class="standard-home-news no-print" aria-label={t('standards.news.title')}>
      {shown.map((each) => (
        <p key={each.version.id}>
          <NewsLine news={each} onOpen={() => each.version.stage !== 'comments' && markRead(each.version.id)} />
        </p>
      ))}
    </section>
  );
}
