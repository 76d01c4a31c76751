import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { isDay, type Day } from '../../../lib/dates';
import { titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { getPractices, getRegion, getVerdicts, type Cell, type Outcome } from '../api';
import { VerdictSign } from '../components/VerdictSign';
import '../components/Verdicts.css';

/** One practice: which centre keeps which requirement. */
export default function RegionPage() {
  const { path, query: fields, route } = useLocation();
  const day = fields.day && isDay(fields.day) ? fields.day : null;
  const practices = useQuery({ queryKey: ['practices', 'all'], queryFn: getPractices });
  const practice = fields.practice || practices.data?.[0]?.id || '';
  const go = (change: { practice?: string; day?: Day | null }) => {
    const next = new URLSearchParams({ practice: change.practice ?? practice });
    const at = change.day === undefined ? day : change.day;
    if (at) next.set('day', at);
    route(`${path}?${next.toString()}`, true);
  };
  const today = regionDay();
  return (
    <Page title={t('verdicts.title')} lead={t('verdicts.lead')}>
      <div class="verdict-bar-day no-print">
        <Select
          name="practice"
          label={t('verdicts.practice')}
          required
          value={practice}
          choices={(practices.data ?? []).map((each) => ({ value: each.id, label: titleOf(each.title) }))}
          onChange={(next) => go({ practice: next })}
        />
        <DateField name="day" label={t('verdicts.day')} required value={day ?? today} max={today} onChange={(next) => go({ day: next && next < today ? next : null })} />
      </div>
      {practice && <Centres practice={practice} day={day} />}
    </Page>
  );
}

function Centres({ practice, day }: { practice: string; day: Day | null }) {
  const query = useQuery({ queryKey: ['verdicts', 'region', practice, day], queryFn: ({ signal }) => getRegion(practice, day, signal) });
  return <Loaded query={query}>{(region) => (region.cells.length > 0 ? <Table cells={region.cells} practice={practice} day={day} /> : <EmptyState title={t('verdicts.nobody')} />)}</Loaded>;
}

/** The most that failed comes first; whoever has nothing to count comes last. */
function worstFirst(a: Cell, b: Cell): number {
  const count = (cell: Cell, outcome: Outcome) => cell.statements.filter((each) => each.outcome === outcome).length;
  return count(b, 'failed') - count(a, 'failed') || count(b, 'met') - count(a, 'met');
}

/** What a centre is held to says the version in force; titles come from the first centre, all others share them or a package's own. */
function Table({ cells, practice, day }: { cells: readonly Cell[]; practice: string; day: Day | null }) {
  const organisations = useOrganisations();
  const sample = cells[0]?.organisation ?? '';
  const titles = useQuery({ queryKey: ['verdicts', sample, practice, day], queryFn: ({ signal }) => getVerdicts(sample, practice, day, signal) });
  const columns = [...new Set(cells.flatMap((cell) => cell.statements.map((each) => each.statement)))];
  const titleOfStatement = (id: string) => titleOf(titles.data?.statements.find((each) => each.statement.id === id)?.statement.title) || id;
  const nameOf = (id: string) => organisations.data?.find((each) => each.id === id)?.short_title ?? '';
  const rows = [...cells].sort(worstFirst);
  return (
    <div class="table-frame">
      <table class="table verdict-region" role="table">
        <caption class="visually-hidden">{t('verdicts.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{t('verdicts.centre')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" role="columnheader">
                {titleOfStatement(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((cell) => (
            <tr key={cell.organisation} role="row">
              <td role="cell" class="main" data-title={t('verdicts.centre')}>
                <a href={`/verdicts/${practice}/${cell.organisation}${day ? `?day=${day}` : ''}`}>{nameOf(cell.organisation)}</a>
              </td>
              {columns.map((column) => {
                const of = cell.statements.find((each) => each.statement === column);
                return (
                  <td key={column} role="cell" class="normal" data-title={titleOfStatement(column)}>
                    {of ? <VerdictSign outcome={of.outcome} /> : '—'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
