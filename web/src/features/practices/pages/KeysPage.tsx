import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors, type Problem } from '../../../lib/api';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { forgetKey, readKeys, trustKey, type PublisherKey } from '../api';
import { useSend } from '../../../lib/send';
import '../components/Practices.css';

function Trust({ onDone }: { onDone(): void }) {
  const [title, setTitle] = useState('');
  const [key, setKey] = useState('');
  const sending = useSend((once: string, whose: string, text: string) => trustKey(whose, text, once));
  const errors = fieldErrors(sending.problem);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!(await sending.send(title.trim(), key.trim()))) return;
    setTitle('');
    setKey('');
    onDone();
  };
  return (
    <form class="card" onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('practices.key_add')}</h2>
      <ErrorSummary problem={sending.problem} />
      <TextInput label={t('practices.key_title')} name="title" required value={title} onChange={setTitle} error={errors.title} maxLength={200} />
      <TextInput label={t('practices.key_text')} hint={t('practices.key_hint')} name="key" required value={key} onChange={setKey} error={errors.key} maxLength={100} />
      <div class="page-actions"><Button type="submit" kind="primary" busy={sending.busy}>{t('practices.key_trust')}</Button></div>
    </form>
  );
}

/** Whose packages come in without a question. */
export default function KeysPage() {
  const keys = useQuery({ queryKey: ['practice-keys'], queryFn: readKeys });
  const [leaving, setLeaving] = useState<PublisherKey | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const mayTrust = can('practices.trust');
  const forget = async (key: PublisherKey) => {
    try {
      await forgetKey(key.id);
      setLeaving(null);
      void keys.refetch();
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Page title={t('practices.keys')} lead={t('practices.keys_lead')} crumbs={[{ href: '/practices', label: t('practices.title') }]}>
      <Table caption={t('practices.keys')} rows={keys.data ?? null} rowKey={(key) => key.id} problem={keys.error ? asProblem(keys.error) : null} onRetry={() => void keys.refetch()}
        empty={<EmptyState title={t('practices.keys_empty')} detail={t('practices.keys_empty_detail')} />}
        columns={[
          { key: 'title', title: t('practices.key_title'), weight: 'main', cell: (key) => <strong>{key.title}</strong> },
          { key: 'key_id', title: t('practices.key_id'), cell: (key) => key.key_id },
          { key: 'added', title: t('practices.key_added'), cell: (key) => formatInstant(key.added_at) },
          ...(mayTrust ? [{ key: 'forget', title: t('practices.act'), align: 'end' as const, cell: (key: PublisherKey) => <Button kind="quiet" onClick={() => { setProblem(null); setLeaving(key); }}>{t('practices.key_forget')}</Button> }] : []),
        ]} />
      {mayTrust && <Trust onDone={() => void keys.refetch()} />}
      <Dialog title={t('practices.key_forget')} open={leaving !== null} onClose={() => setLeaving(null)}
        actions={<><Button kind="danger" onClick={() => leaving && void forget(leaving)}>{t('practices.key_forget')}</Button><Button onClick={() => setLeaving(null)}>{t('practices.cancel')}</Button></>}>
        <ErrorSummary problem={problem} />
        <p>{t('practices.key_forget_text', { title: leaving?.title ?? '' })}</p>
      </Dialog>
    </Page>
  );
}
