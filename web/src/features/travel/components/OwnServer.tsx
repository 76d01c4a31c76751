import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { readServer, saveServer, type Server } from '../api';
import { NewKey } from './NewKey';

function Settings({ server, etag, onSaved }: { server: Server; etag: string | null; onSaved(): void }) {
  const [name, setName] = useState(server.name);
  const [publishing, setPublishing] = useState(server.publishing);
  const [sharing, setSharing] = useState(server.sharing);
  useEffect(() => {
    setName(server.name);
    setPublishing(server.publishing);
    setSharing(server.sharing);
  }, [etag]);
  const saving = useSend(async () => {
    await saveServer({ name: name.trim(), publishing, sharing }, etag);
    notify(t('travel.saved'));
    onSaved();
  });
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void saving.send(); }}>
      <ErrorSummary problem={saving.problem} />
      <TextInput label={t('travel.name')} hint={t('travel.name_hint')} name="name" required maxLength={200} value={name} onChange={setName} error={fieldErrors(saving.problem).name} />
      <Check label={t('travel.publishing')} hint={t('travel.publishing_hint')} checked={publishing} onChange={setPublishing} />
      <Check label={t('travel.sharing')} hint={t('travel.sharing_hint')} checked={sharing} onChange={setSharing} />
      <div class="page-actions"><Button type="submit" busy={saving.busy}>{t('travel.save')}</Button></div>
    </form>
  );
}

/** This server as others see it: whoever subscribes compares the fingerprint by telephone. */
export function OwnServer() {
  const found = useQuery({ queryKey: ['travel', 'server'], queryFn: readServer });
  return (
    <section class="card stack">
      <h2>{t('travel.own')}</h2>
      <Loaded query={found}>
        {({ body: server, etag }) => (
          <>
            <dl class="facts-list">
              <dt>{t('travel.feed_state')}</dt>
              <dd>{server.publishing ? t('travel.feed_open', { address: `${location.origin}` }) : t('travel.feed_closed')}</dd>
              <dt>{t('travel.fingerprint')}</dt>
              <dd class="fingerprint">{server.fingerprint}</dd>
            </dl>
            {can('travel.publish') && <Settings server={server} etag={etag} onSaved={() => void found.refetch()} />}
            {can('travel.publish') && <NewKey etag={etag} onChanged={() => void found.refetch()} />}
          </>
        )}
      </Loaded>
    </section>
  );
}
