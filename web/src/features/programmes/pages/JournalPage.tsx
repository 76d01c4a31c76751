import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatDay, formatWeekday } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Select } from '../../../ui/Select';
import { Table, type Column } from '../../../ui/Table';
import { getJournal, type Entry } from '../api';
import { Desk } from '../components/Desk';
import { Due } from '../components/Due';

type Shown = 'all' | 'due' | Entry['step'];

const steps: readonly Entry['step'][] = ['assess', 'decide', 'make_programme', 'approve_programme', 'conclude_contract', 'deliver', 'await_papers'];

const isDue = ({ clock }: Entry) => clock?.urgency === 'overdue' || clock?.urgency === 'today';

function Rows({ organisation }: { organisation: string }) {
  const [shown, setShown] = useState<Shown>('all');
  const journal = useQuery({ queryKey: ['programmes', 'journal', organisation], queryFn: () => getJournal(organisation) });
  const entries = journal.data?.entries;
  const rows = entries?.filter((each) => shown === 'all' || (shown === 'due' ? isDue(each) : each.step === shown)) ?? null;
  const count = (name: Shown) => entries?.filter((each) => (name === 'due' ? isDue(each) : each.step === name)).length ?? 0;
  const overdue = entries?.filter(({ clock }) => clock?.urgency === 'overdue').length ?? 0;
  const now = entries?.filter(({ clock }) => clock?.urgency === 'today').length ?? 0;
  const week = entries?.filter(({ clock }) => clock?.urgency === 'week').length ?? 0;
  const columns: Column<Entry>[] = [
    { key: 'name', title: t('programmes.recipient'), weight: 'main', cell: (row) => <a href={`/programmes/applications/${row.id}`}>{row.name ?? t('programmes.not_served')}</a> },
    { key: 'step', title: t('programmes.next_step'), cell: (row) => t(`programmes.step.${row.step}`) },
    { key: 'due', title: t('programmes.term'), cell: (row) => <Due clock={row.clock} /> },
    { key: 'form', title: t('programmes.form'), weight: 'minor', cell: (row) => t(`programmes.form.${row.form}`) },
    { key: 'number', title: t('programmes.number'), weight: 'minor', cell: (row) => t('programmes.number_of_day', { number: row.number, day: formatDay(row.received_on) }) },
  ];
  return (
    <div class="stack">
      {journal.data && entries && entries.length > 0 && (
        <>
          <p role="status">
            <strong>{formatWeekday(journal.data.today)}.</strong> {t('programmes.summary', { overdue, now, week })}
          </p>
          <div class="filters">
            <Select name="shown" label={t('programmes.show')} required value={shown} onChange={(next) => setShown(next as Shown)}
              choices={[{ value: 'all', label: t('programmes.show.all', { count: entries.length }) }, { value: 'due', label: t('programmes.show.due', { count: count('due') }) },
                ...steps.filter((each) => count(each) > 0).map((each) => ({ value: each, label: t('programmes.show.step', { step: t(`programmes.step.${each}`), count: count(each) }) }))]} />
          </div>
        </>
      )}
      <Table caption={t('programmes.tab.journal')} rows={rows} rowKey={(row) => row.id} columns={columns} problem={journal.error ? asProblem(journal.error) : null} onRetry={() => void journal.refetch()}
        empty={<EmptyState title={shown === 'all' ? t('programmes.no_applications') : t('programmes.nothing_of_this')} detail={shown === 'all' ? t('programmes.no_applications_detail') : ''} />} />
      {journal.data?.more && <p class="muted">{t('programmes.more_than_shown')}</p>}
    </div>
  );
}

/** What is due today, overdue, due this week: first things first. */
export default function JournalPage() {
  return (
    <Desk current="/programmes" actions={<a class="button primary" href="/recipients">{t('programmes.find_recipient')}</a>}>
      {(organisation) => <Rows organisation={organisation} />}
    </Desk>
  );
}
