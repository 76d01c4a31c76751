import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { namer, titleOf, useOrganisations, useServices } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { EmptyState } from '../../../ui/EmptyState';
import { Table } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getFacts } from '../api';

export function Facts({ person }: { person: string }) {
  const facts = useQuery({ queryKey: ['facts', 'person', person], queryFn: () => getFacts(person) });
  const services = useServices();
  const organisations = useOrganisations();
  const service = namer(services.data, (each) => titleOf(each.titles));
  const place = namer(organisations.data, (each) => each.short_title);
  return (
    <section class="stack" aria-label={t('people.facts')}>
      <div class="page-head">
        <h2>{t('people.facts')}</h2>
        {facts.data && facts.data.items.length > 0 && <a href={`/journal?person=${person}`}>{t('people.all_facts')}</a>}
      </div>
      <Table
        caption={t('people.facts')}
        rows={facts.data?.items.filter((each) => !each.reverses) ?? null}
        rowKey={(row) => row.id}
        problem={facts.error ? asProblem(facts.error) : null}
        onRetry={() => void facts.refetch()}
        empty={<EmptyState title={t('people.no_facts')} detail={t('people.no_facts_detail')} />}
        columns={[
          { key: 'service', title: t('people.service'), weight: 'main', cell: (row) => <>{service(row.service)} {row.reversed_by && <Tag tone="warning">{t('people.fact_reversed')}</Tag>}</> },
          { key: 'day', title: t('people.day'), cell: (row) => <span class="number">{formatDay(row.performed_on)}</span> },
          { key: 'minutes', title: t('people.minutes'), align: 'end', cell: (row) => formatNumber(row.minutes) },
          { key: 'who', title: t('people.by'), weight: 'minor', cell: (row) => row.worker_name ?? place(row.organisation) },
        ]}
      />
    </section>
  );
}
