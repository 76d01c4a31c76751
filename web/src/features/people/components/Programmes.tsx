import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Table } from '../../../ui/Table';
import { getProgrammesOf } from '../api';

interface Row {
  key: string;
  href: string;
  title: string;
  state: string;
  day: string;
}

/** Applications, programmes and contracts: few rows that lead to their pages. */
export function Programmes({ person }: { person: string }) {
  const found = useQuery({ queryKey: ['programmes', 'of', person], queryFn: () => getProgrammesOf(person) });
  const rows: Row[] | null = found.data
    ? [
        ...found.data.contracts.map((each) => ({ key: each.id, href: `/programmes/contracts/${each.id}`, title: t('people.contract_number', { number: each.number }), state: t('people.until_day', { day: formatDay(each.last_on) }), day: each.concluded_on })),
        ...found.data.programmes.map((each) => ({ key: each.id, href: `/programmes/plans/${each.id}`, title: t('people.programme_number', { number: each.number }), state: t(`people.programme.${each.state}`, { day: formatDay(each.last_on) }), day: each.since })),
        ...found.data.applications.map((each) => ({ key: each.id, href: `/programmes/applications/${each.id}`, title: t('people.application_number', { number: each.number }), state: t(`people.application.${each.state}`), day: each.received_on })),
      ]
    : null;
  return (
    <section class="stack" aria-label={t('people.programmes')}>
      <div class="page-head">
        <h2>{t('people.programmes')}</h2>
        {can('programmes.register') && <a class="button quiet" href={`/recipients/${person}/applications/new`}>{t('people.new_application')}</a>}
      </div>
      <Table
        caption={t('people.programmes')}
        rows={rows}
        rowKey={(row) => row.key}
        problem={found.error ? asProblem(found.error) : null}
        onRetry={() => void found.refetch()}
        empty={<EmptyState title={t('people.no_programmes')} detail={t('people.no_programmes_detail')} />}
        columns={[
          { key: 'what', title: t('people.paper_title'), weight: 'main', cell: (row) => <a href={row.href}>{row.title}</a> },
          { key: 'state', title: t('people.state'), cell: (row) => row.state },
          { key: 'day', title: t('people.since_day'), weight: 'minor', cell: (row) => formatDay(row.day) },
        ]}
      />
    </section>
  );
}
