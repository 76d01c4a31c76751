import { useInfiniteQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { getAudit } from '../api';
import '../components/Accounts.css';
import { detailWords } from '../components/detail';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default function AuditPage() {
  const { query, route } = useLocation();
  const { person = '', object = '' } = query;
  const [typed, setTyped] = useState(person || object);
  const [wrong, setWrong] = useState(false);
  const log = useInfiniteQuery({
    queryKey: ['audit', person, object],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getAudit({ person, object, cursor: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const about = (name: 'person' | 'object', id: string | undefined) =>
    id ? (
      <a href={`/audit?${name}=${id}`} title={id}>
        {t(`accounts.audit_about.${name}`)}
      </a>
    ) : null;

  return (
    <Page title={t('accounts.audit')} lead={t('accounts.audit_lead')}>
      <form
        class="filters"
        role="search"
        aria-label={t('accounts.filters')}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const id = typed.trim();
          setWrong(id !== '' && !uuid.test(id));
          if (id === '') route('/audit');
          else if (uuid.test(id)) route(`/audit?object=${id}`);
        }}
      >
        <TextInput name="audit_id" label={t('accounts.audit_id')} hint={t('accounts.audit_id_hint')} required value={typed} error={wrong ? t('accounts.audit_id_wrong') : undefined} onChange={setTyped} />
        <Button type="submit">{t('accounts.audit_find')}</Button>
        {(person || object) && (
          <Button kind="quiet" onClick={() => { setTyped(''); setWrong(false); route('/audit'); }}>
            {t('accounts.audit_all')}
          </Button>
        )}
      </form>
      {person && <p>{t('accounts.audit_of_person')}</p>}
      {object && <p>{t('accounts.audit_of_object')}</p>}
      <Table
        caption={t('accounts.audit')}
        rows={log.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(row) => String(row.position)}
        problem={log.error ? asProblem(log.error) : null}
        onRetry={() => void log.refetch()}
        more={{ next: log.hasNextPage ? 'more' : null, busy: log.isFetchingNextPage, onMore: () => void log.fetchNextPage() }}
        empty={<EmptyState title={t('accounts.audit_empty')} detail={t('accounts.audit_empty_detail')} />}
        columns={[
          { key: 'action', title: t('accounts.what'), weight: 'main', cell: (row) => row.text },
          { key: 'account', title: t('accounts.who'), cell: (row) => row.account || t('accounts.system') },
          { key: 'at', title: t('accounts.when'), cell: (row) => <span class="nowrap">{formatInstant(row.at)}</span> },
          { key: 'about', title: t('accounts.about'), cell: (row) => <span>{about('person', row.person)} {row.object !== row.person && about('object', row.object)}</span> },
          { key: 'detail', title: t('accounts.detail'), weight: 'minor', cell: (row) => detailWords(row.detail) },
          { key: 'position', title: t('accounts.position'), align: 'end', weight: 'minor', cell: (row) => String(row.position) },
        ]}
      />
    </Page>
  );
}
