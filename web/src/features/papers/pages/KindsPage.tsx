import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { listKinds, type PaperKind } from '../api';

function Languages({ kind }: { kind: PaperKind }) {
  return (
    <>
      {kind.languages.map((each) => (
        <div key={each.language}>
          <a href={`/reference/papers/${kind.code}?language=${each.language}`}>{t(`papers.language.${each.language}`)}</a>{' '}
          {each.own ? <Tag tone="good">{t('papers.own_version', { version: each.version })}</Tag> : <span class="muted">{t('papers.shipped')}</span>}{' '}
          {each.next_from && <Tag tone="info">{t('papers.next_from', { day: formatDay(each.next_from) })}</Tag>}
        </div>
      ))}
    </>
  );
}

export default function KindsPage() {
  const kinds = useQuery({ queryKey: ['paper kinds'], queryFn: listKinds });
  return (
    <Page title={t('papers.kinds')} lead={t('papers.kinds_lead')} crumbs={can('papers.write_templates') ? [{ href: '/reference', label: t('papers.reference') }] : [{ href: '/papers', label: t('papers.register') }]}>
      <Table
        caption={t('papers.kinds')}
        rows={kinds.data ?? null}
        rowKey={(row) => row.code}
        problem={kinds.error ? asProblem(kinds.error) : null}
        onRetry={() => void kinds.refetch()}
        empty={<EmptyState title={t('papers.no_kinds')} />}
        columns={[
          { key: 'title', title: t('papers.kind'), weight: 'main', cell: (row) => <a href={`/reference/papers/${row.code}`}>{row.title}</a> },
          { key: 'languages', title: t('papers.languages'), cell: (row) => <Languages kind={row} /> },
        ]}
      />
    </Page>
  );
}
