import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { lookAt, subscribe, type FeedLook } from '../api';

/** First what the server says of itself, then a call to its people, then trust. */
export function Subscribe({ onDone }: { onDone(): void }) {
  const [url, setUrl] = useState('');
  const [seen, setSeen] = useState<FeedLook | null>(null);
  const looking = useSend(async (key: string, address: string) => setSeen(await lookAt(address, key)));
  const trusting = useSend(async (key: string, look: FeedLook) => {
    await subscribe(look.url, look.key, key);
    notify(t('travel.subscribed', { server: look.server }));
    setSeen(null);
    setUrl('');
    onDone();
  });
  if (seen) {
    return (
      <section class="card stack" aria-label={t('travel.compare_key')}>
        <h2>{t('travel.compare_key')}</h2>
        <ErrorSummary problem={trusting.problem} />
        <p>{t('travel.compare_key_text', { server: seen.server })}</p>
        <p class="fingerprint">{seen.fingerprint}</p>
        <p class="muted">{t('travel.versions', { count: seen.versions })} · {seen.url}</p>
        <div class="page-actions">
          <Button kind="primary" busy={trusting.busy} onClick={() => void trusting.send(seen)}>{t('travel.same_key')}</Button>
          <Button onClick={() => setSeen(null)}>{t('travel.other_key')}</Button>
        </div>
      </section>
    );
  }
  return (
    <form class="card stack" noValidate onSubmit={(event) => { event.preventDefault(); void looking.send(url.trim()); }}>
      <h2>{t('travel.subscribe')}</h2>
      <ErrorSummary problem={looking.problem} />
      <TextInput label={t('travel.url')} hint={t('travel.url_hint')} name="url" required maxLength={500} value={url} onChange={setUrl} error={fieldErrors(looking.problem).url} />
      <div class="page-actions"><Button type="submit" busy={looking.busy}>{t('travel.look')}</Button></div>
    </form>
  );
}
