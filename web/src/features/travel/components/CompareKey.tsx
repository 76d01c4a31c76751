import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { lookAt, trustKey, type Feed, type FeedLook } from '../api';

/** A feed whose key changed without the word of the old one: what it says now, then a call to its people, then trust. */
export function CompareKey({ feed, onDone }: { feed: Feed; onDone(): void }) {
  const [seen, setSeen] = useState<FeedLook | null>(null);
  const looking = useSend(async (key: string) => setSeen(await lookAt(feed.url, key)));
  const trusting = useSend(async (key: string, look: FeedLook) => {
    await trustKey(feed.id, look.key, key);
    setSeen(null);
    notify(t('travel.key_trusted', { server: look.server }));
    onDone();
  });
  if (!seen) {
    return (
      <>
        <ErrorSummary problem={looking.problem} />
        <div class="page-actions"><Button busy={looking.busy} onClick={() => void looking.send()}>{t('travel.compare_new_key')}</Button></div>
      </>
    );
  }
  return (
    <section class="stack" aria-label={t('travel.compare_key')}>
      <h3>{t('travel.compare_key')}</h3>
      <ErrorSummary problem={trusting.problem} />
      <p>{t('travel.compare_key_text', { server: seen.server })}</p>
      <p class="fingerprint">{seen.fingerprint}</p>
      <div class="page-actions">
        <Button kind="primary" busy={trusting.busy} onClick={() => void trusting.send(seen)}>{t('travel.trust_new_key')}</Button>
        <Button onClick={() => setSeen(null)}>{t('travel.other_key')}</Button>
      </div>
    </section>
  );
}
