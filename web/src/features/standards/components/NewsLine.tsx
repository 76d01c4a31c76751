import { formatDayLong } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import type { News } from '../api';

function wordsOf({ title, version, adoptions }: News): string {
  const named = { title: titleOf(title), own: adoptions ?? 0 };
  if (version.stage === 'comments') return t('standards.news.comments', { ...named, day: formatDayLong(version.comments_until ?? '') });
  return t(version.ordinal > 1 ? 'standards.news.changed' : 'standards.news.begun', { ...named, day: formatDayLong(version.in_force_from ?? '') });
}

/** What is new of one standard, with the way to the text or to what changed in it. */
export function NewsLine({ news, onOpen }: { news: News; onOpen?: () => void }) {
  const { version, adoptions } = news;
  const asked = version.stage === 'comments';
  const text = `/standards/versions/${version.id}`;
  return (
    <>
      {wordsOf(news)} · {!asked && adoptions === undefined && <>{t('standards.news.service')} · </>}
      {version.ordinal > 1 && <a href={`${text}/difference`} onClick={onOpen}>{t('standards.what_changed')}</a>}
      {version.ordinal > 1 && asked && ' · '}
      {(version.ordinal === 1 || asked) && <a href={text} onClick={onOpen}>{t(asked ? 'standards.new_comment' : 'standards.read')}</a>}
    </>
  );
}
