import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatInstant, isDay } from '../../../lib/dates';
import { useZone } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { getAllAccounts, getAudit, getAuditActions } from '../api';
import '../components/Accounts.css';
import { detailWords } from '../components/detail';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export default function AuditPage() {
  const { query, route } = useLocation();
  const { person = '', object = '', account = '', action = '', from = '', to = '' } = query;
  const filters = { person, object, account, action, from: isDay(from) ? from : '', to: isDay(to) ? to : '' };
  const zone = useZone();
  const actions = useQuery({ queryKey: ['audit', 'actions'], queryFn: getAuditActions, staleTime: Infinity });
  const accounts = useQuery({ queryKey: ['accounts', 'all'], queryFn: getAllAccounts });
  const [typed, setTyped] = useState(person || object);
  const [wrong, setWrong] = useState(false);
  const log = useInfiniteQuery({
    queryKey: ['audit', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getAudit({ ...filters, cursor: pageParam }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const narrowed = Object.values(filters).some(Boolean);
  const addressOf = (change: Partial<typeof filters>) => {
    const words = new URLSearchParams(Object.entries({ ...filters, ...change }).filter(([, value]) => value)).toString();
    return `/audit${words ? `?${words}` : ''}`;
  };
  const set = (change: Partial<typeof filters>) => route(addressOf(change), true);
  const about = (name: 'person' | 'object', id: string | undefined) =>
    id ? (
      <a href={addressOf({ person: '', object: '', [name]: id })} title={id}>
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
          if (id === '') set({ person: '', object: '' });
          else if (uuid.test(id)) set({ person: '', object: id });
        }}
      >
        <Select name="account" label={t('accounts.audit_employee')} required empty={t('accounts.audit_anyone')} value={account} choices={(accounts.data ?? []).map((each) => ({ value: each.login, label: `${each.name} (${each.login})` }))} onChange={(account) => set({ account })} />
        <Select name="action" label={t('accounts.audit_action')} required empty={t('accounts.audit_any_action')} value={action} choices={(actions.data ?? []).map((each) => ({ value: each.action, label: each.text })).sort((a, b) => a.label.localeCompare(b.label))} onChange={(action) => set({ action })} />
        <DateField name="from" label={t('accounts.audit_from')} hint="" required value={filters.from || null} onChange={(day) => set({ from: day ?? '' })} />
        <DateField name="to" label={t('accounts.audit_to')} hint="" required value={filters.to || null} onChange={(day) => set({ to: day ?? '' })} />
        <TextInput name="audit_id" label={t('accounts.audit_id')} hint={t('accounts.audit_id_hint')} required value={typed} error={wrong ? t('accounts.audit_id_wrong') : undefined} onChange={setTyped} />
        <Button type="submit">{t('accounts.audit_find')}</Button>
        {narrowed && (
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
          { key: 'at', title: t('accounts.when'), cell: (row) => <span class="nowrap">{formatInstant(row.at, zone)}</span> },
          { key: 'about', title: t('accounts.about'), cell: (row) => <span>{about('person', row.person)} {row.object !== row.person && about('object', row.object)}</span> },
          { key: 'detail', title: t('accounts.detail'), weight: 'minor', cell: (row) => detailWords(row.detail) },
          { key: 'position', title: t('accounts.position'), align: 'end', weight: 'minor', cell: (row) => String(row.position) },
        ]}
      />
    </Page>
  );
}
