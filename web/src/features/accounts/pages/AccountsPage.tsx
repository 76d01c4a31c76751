import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { focusField } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { getAccounts, roles, type Account } from '../api';
import { AccountSheet } from '../components/AccountSheet';
import '../components/Accounts.css';

function Standing({ account }: { account: Account }) {
  if (!account.active) return <Tag tone="danger">{t('accounts.disabled')}</Tag>;
  return account.has_password ? <Tag tone="good">{t('accounts.works')}</Tag> : <Tag tone="warning">{t('accounts.waits')}</Tag>;
}

export default function AccountsPage() {
  const [text, setText] = useState('');
  const [role, setRole] = useState('');
  const [shown, setShown] = useState<Account | null | undefined>(undefined);
  const accounts = useInfiniteQuery({
    queryKey: ['accounts'],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getAccounts(pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  useShortcut('Slash', 'accounts.keys.search', () => focusField('accounts_search'));
  const words = (each: Account) => `${each.name} ${each.login} ${each.roles.map(({ organisation }) => organisation?.title ?? '').join(' ')}`;
  const all = accounts.data?.pages.flatMap((page) => page.items) ?? null;
  const rows = all?.filter((each) => (!text || matches(words(each), text)) && (!role || each.roles.some((one) => one.role === role))) ?? null;

  return (
    <Page title={t('accounts.title')} actions={<Button kind="primary" onClick={() => setShown(null)}>{t('accounts.add')}</Button>}>
      <div class="filters" role="search" aria-label={t('accounts.filters')}>
        <TextInput name="accounts_search" label={t('accounts.search')} required type="search" value={text} onChange={setText} />
        <Select name="role_filter" label={t('accounts.role')} required empty={t('accounts.any_role')} value={role} choices={roles.map((each) => ({ value: each, label: t(`accounts.role.${each}`) }))} onChange={setRole} />
      </div>
      <Table
        caption={t('accounts.title')}
        rows={rows}
        rowKey={(row) => row.id}
        problem={accounts.error ? asProblem(accounts.error) : null}
        onRetry={() => void accounts.refetch()}
        more={{ next: accounts.hasNextPage ? 'more' : null, busy: accounts.isFetchingNextPage, onMore: () => void accounts.fetchNextPage() }}
        empty={<EmptyState title={t('accounts.nobody')} detail={t('accounts.nobody_detail')} />}
        columns={[
          { key: 'name', title: t('accounts.name'), weight: 'main', cell: (row) => <button type="button" class="link" onClick={() => setShown(row)}>{row.name}</button> },
          { key: 'login', title: t('accounts.login'), cell: (row) => row.login },
          {
            key: 'roles', title: t('accounts.roles'),
            cell: (row) => <div>{row.roles.map(({ role: each, organisation }) => <div key={`${each}${organisation?.id}`}>{t(`accounts.role.${each}`)}{organisation && <span class="muted">, {organisation.title}</span>}</div>)}</div>,
          },
          { key: 'standing', title: t('accounts.standing'), cell: (row) => <Standing account={row} /> },
        ]}
      />
      <AccountSheet account={shown} onClose={() => setShown(undefined)} />
    </Page>
  );
}
