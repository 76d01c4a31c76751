import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { isDay, type Day } from '../../../lib/dates';
import { titleOf, useOrganisations, type Organisation } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { followed, getPractices, getRegion, getServices, type Cell, type Outcome, type RegionVerdicts, type Subject } from '../api';
import { OfCentre } from '../components/OfCentre';
import { VerdictSign } from '../components/VerdictSign';
import '../components/Verdicts.css';
import { centrePath, onDay, regionPath, subjectOf } from '../model/subject';

/** One practice or listed service: which centre keeps which requirement. Or one centre with all that it is held to. */
export default function RegionPage() {
  const { organisation } = useLocation().query;
  return organisation ? <CentreRequirements centre={organisation} /> : <OneSubject />;
}

function DayOf({ day, onChange }: { day: Day | null; onChange(day: Day | null): void }) {
  const today = regionDay();
  return <DateField name="day" label={t('verdicts.day')} required value={day ?? today} max={today} onChange={(next) => onChange(next && next < today ? next : null)} />;
}

function dayIn({ day }: Record<string, string>): Day | null {
  return day && isDay(day) ? day : null;
}

function CentreRequirements({ centre }: { centre: string }) {
  const { query: fields, route } = useLocation();
  const day = dayIn(fields);
  const name = useOrganisations().data?.find(({ id }) => id === centre)?.short_title ?? '';
  return (
    <Page title={t('verdicts.of_centre', { centre: name })} crumbs={[{ href: '/verdicts', label: t('verdicts.title') }]} lead={t('verdicts.lead')}>
      <div class="verdict-bar-day no-print"><DayOf day={day} onChange={(next) => route(regionPath({ organisation: centre }, next), true)} /></div>
      <OfCentre centre={centre} day={day} />
    </Page>
  );
}

function OneSubject() {
  const { query: fields, route } = useLocation();
  const day = dayIn(fields);
  const practices = useQuery({ queryKey: ['practices', 'all'], queryFn: getPractices });
  const services = useQuery({ queryKey: ['verdicts', 'services'], queryFn: getServices });
  const subject = subjectOf({ practice: fields.practice || practices.data?.[0]?.id, service: fields.service });
  const choices = [
    ...(practices.data ?? []).map((each) => ({ value: regionPath({ practice: each.id }, null), label: titleOf(each.title) })),
    ...(services.data ?? []).map((each) => ({ value: regionPath({ service: each.id }, null), label: t('verdicts.service_choice', { title: titleOf(each.title) }) })),
  ];
  const go = (next: string) => route(day ? `${next}&day=${day}` : next, true);
  return (
    <Page title={t('verdicts.title')} lead={t('verdicts.lead')}>
      <div class="verdict-bar-day no-print">
        <Select name="subject" label={t('verdicts.subject')} required value={regionPath(subject, null)} choices={choices} onChange={go} />
        <DayOf day={day} onChange={(next) => route(regionPath(subject, next), true)} />
      </div>
      {('service' in subject || subject.practice) && <Centres subject={subject} day={day} />}
    </Page>
  );
}

function Centres({ subject, day }: { subject: Subject; day: Day | null }) {
  const query = useQuery({ queryKey: ['verdicts', 'region', subject, day], queryFn: ({ signal }) => getRegion(subject, day, signal), refetchInterval: followed(day) });
  const organisations = useOrganisations();
  const nobody = t('service' in subject ? 'verdicts.nobody_provides' : 'verdicts.nobody');
  const table = (region: RegionVerdicts) =>
    region.cells.length > 0 ? <Loaded query={organisations}>{(all) => <Table region={region} organisations={all} subject={subject} day={day} />}</Loaded> : <EmptyState title={nobody} />;
  return <Loaded query={query}>{table}</Loaded>;
}

/** The most that failed comes first; whoever has nothing to count comes last. */
function worstFirst(a: Cell, b: Cell): number {
  const count = (cell: Cell, outcome: Outcome) => cell.statements.filter((each) => each.outcome === outcome).length;
  return count(b, 'failed') - count(a, 'failed') || count(b, 'met') - count(a, 'met');
}

interface TableProps {
  region: RegionVerdicts;
  organisations: readonly Organisation[];
  subject: Subject;
  day: Day | null;
}

function Table({ region, organisations, subject, day }: TableProps) {
  const columns = region.titles[0]?.statements ?? [];
  const nameOf = (id: string) => organisations.find((each) => each.id === id)?.short_title ?? '';
  const rows = [...region.cells].sort(worstFirst);
  return (
    <div class="table-frame">
      <table class="table verdict-region" role="table">
        <caption class="visually-hidden">{t('verdicts.title')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">{t('verdicts.centre')}</th>
            {columns.map((column) => (
              <th key={column.statement} scope="col" role="columnheader">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((cell) => (
            <tr key={cell.organisation} role="row">
              <td role="cell" class="main" data-title={t('verdicts.centre')}>
                <a href={onDay(centrePath(subject, cell.organisation), day)}>{nameOf(cell.organisation)}</a>
              </td>
              {columns.map((column) => {
                const of = cell.statements.find((each) => each.statement === column.statement);
                return (
                  <td key={column.statement} role="cell" class="normal" data-title={column.title}>
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
