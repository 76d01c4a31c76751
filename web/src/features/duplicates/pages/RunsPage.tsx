import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Table } from '../../../ui/Table';
import { getRuns, lookThrough } from '../api';

const secondsOf = (run: { begun_at: string; ended_at: string }) => Math.max(1, Math.round((Date.parse(run.ended_at) - Date.parse(run.begun_at)) / 1000));

/** The whole register is held against itself; each centre decides of its own pairs. */
export default function RunsPage() {
  const client = useQueryClient();
  const runs = useQuery({ queryKey: ['duplicates', 'runs'], queryFn: getRuns });
  const { busy, problem, send } = useSend((key: string) => lookThrough(key));
  const look = async () => {
    if (!(await send())) return;
    notify(t('duplicates.looked'));
    void client.invalidateQueries({ queryKey: ['duplicates'] });
  };
  return (
    <Page
      title={t('duplicates.runs')}
      lead={t('duplicates.runs_lead')}
      crumbs={[{ href: '/reference', label: t('duplicates.reference') }]}
      actions={can('duplicates.run') && <Button kind="primary" busy={busy} onClick={() => void look()}>{t('duplicates.look')}</Button>}
    >
      <ErrorSummary problem={problem} />
      {busy && <p role="status">{t('duplicates.looking')}</p>}
      <Table
        caption={t('duplicates.runs')}
        rows={runs.data ?? null}
        rowKey={(row) => row.id}
        problem={runs.error ? asProblem(runs.error) : null}
        onRetry={() => void runs.refetch()}
        empty={<EmptyState title={t('duplicates.no_runs')} detail={t('duplicates.no_runs_detail')} />}
        columns={[
          { key: 'at', title: t('duplicates.run_at'), weight: 'main', cell: (row) => <span class="number">{formatInstant(row.ended_at)}</span> },
          { key: 'persons', title: t('duplicates.run_persons'), align: 'end', cell: (row) => formatNumber(row.persons) },
          { key: 'pairs', title: t('duplicates.run_pairs'), align: 'end', cell: (row) => formatNumber(row.pairs) },
          { key: 'took', title: t('duplicates.run_took'), align: 'end', cell: (row) => t('duplicates.seconds', { count: secondsOf(row) }) },
        ]}
      />
    </Page>
  );
}
