import { useState } from 'preact/hooks';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Tag } from '../../../ui/Tag';
import { askFeed, endFeed, type Feed } from '../api';
import { CompareKey } from './CompareKey';

function One({ feed, onChange, onEnd }: { feed: Feed; onChange(): void; onEnd(): void }) {
  const asking = useSend(async (key: string) => {
    await askFeed(feed.id, key);
    onChange();
  });
  return (
    <li>
      <p class="travel-line">
        <strong>{feed.title}</strong>
        <Tag tone={feed.fault ? 'warning' : 'good'}>{t(feed.fault ? 'travel.has_fault' : 'travel.answers')}</Tag>
        <span class="muted">{feed.url}</span>
      </p>
      {feed.fault && <p role="note">{feed.fault}</p>}
      <p class="muted">
        {feed.answered_at && t('travel.answered_at', { at: formatInstant(feed.answered_at) })} · {t('travel.versions', { count: feed.versions })}
        {feed.standing && ` · ${t('travel.our_counts', { standing: feed.standing })}`}
      </p>
      <p class="muted">{t('travel.fingerprint')}: <span class="fingerprint">{feed.fingerprint}</span></p>
      {feed.other_key && <CompareKey feed={feed} onDone={onChange} />}
      <ErrorSummary problem={asking.problem} />
      <div class="page-actions">
        <Button busy={asking.busy} onClick={() => void asking.send()}>{t('travel.ask')}</Button>
        <Button kind="quiet" onClick={onEnd}>{t('travel.end')}</Button>
      </div>
    </li>
  );
}

export function FeedList({ feeds, onChange }: { feeds: readonly Feed[]; onChange(): void }) {
  const [leaving, setLeaving] = useState<Feed | null>(null);
  const ending = useSend(async (_: string, feed: string) => {
    await endFeed(feed);
    setLeaving(null);
    onChange();
  });
  if (feeds.length === 0) return <EmptyState title={t('travel.no_feeds')} detail={t('travel.no_feeds_detail')} />;
  return (
    <>
      <ul class="travel-list">{feeds.map((feed) => <One key={feed.id} feed={feed} onChange={onChange} onEnd={() => { ending.clear(); setLeaving(feed); }} />)}</ul>
      <Dialog title={t('travel.end')} open={leaving !== null} onClose={() => setLeaving(null)}
        actions={<><Button kind="danger" busy={ending.busy} onClick={() => leaving && void ending.send(leaving.id)}>{t('travel.end')}</Button><Button onClick={() => setLeaving(null)}>{t('travel.cancel')}</Button></>}>
        <ErrorSummary problem={ending.problem} />
        <p>{t('travel.end_text', { server: leaving?.title ?? '' })}</p>
      </Dialog>
    </>
  );
}
