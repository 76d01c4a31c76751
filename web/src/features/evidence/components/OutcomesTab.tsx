import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { isDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatNumber, formatPercent } from '../../../lib/numbers';
import { regionDay } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { readOutcomes, type ScaleChange, type ScaleOutcome } from '../api';
import { meaningOf } from '../model/outcomes';

const figure = (value: number) => formatNumber(value, 2).replace('-', '−');
const signed = (value: number) => (value > 0 ? `+${figure(value)}` : figure(value));

interface Row {
  key: string;
  title: string;
  change: ScaleChange;
}

function rowsOf(scale: ScaleOutcome): Row[] {
  const region = scale.region ? [{ key: 'region', title: t('evidence.region'), change: scale.region }] : [];
  return [...region, ...scale.centres.map((each) => ({ key: each.organisation, title: each.centre, change: each.change }))];
}

const columns = (): Column<Row>[] => [
  { key: 'title', title: t('evidence.where'), weight: 'main', cell: (row) => row.title },
  { key: 'people', title: t('evidence.people'), align: 'end', cell: (row) => formatNumber(row.change.people) },
  { key: 'before', title: t('evidence.before'), align: 'end', cell: (row) => figure(row.change.before) },
  { key: 'after', title: t('evidence.after'), align: 'end', cell: (row) => figure(row.change.after) },
  {
    key: 'change', title: t('evidence.change'), align: 'end',
    cell: (row) => t('evidence.change_interval', { change: signed(row.change.change), from: signed(row.change.from), to: signed(row.change.to) }),
  },
  {
    key: 'improved', title: t('evidence.improved'), align: 'end',
    cell: (row) => (row.change.improved_percent == null ? '—' : formatPercent(row.change.improved_percent / 100)),
  },
];

/** What counts as better, in one sentence. */
function Way({ scale }: { scale: ScaleOutcome }) {
  if (!scale.better) return <p class="muted">{t('evidence.way.unknown')}</p>;
  return (
    <p class="muted">
      {t(`evidence.way.${scale.better}`)} {scale.at_least == null ? t('evidence.any_change') : t('evidence.change_at_least', { value: figure(scale.at_least) })}
    </p>
  );
}

function Scale({ scale }: { scale: ScaleOutcome }) {
  const title = t('evidence.scale', { form: titleOf(scale.form_title), score: titleOf(scale.title) });
  const rows = rowsOf(scale);
  return (
    <article class="axis" aria-label={title}>
      <header class="review-head">
        <h2>{title}</h2>
        {scale.region && <Tag>{t(`evidence.meaning.${meaningOf(scale.region, scale.better)}`)}</Tag>}
      </header>
      <Way scale={scale} />
      {!scale.region && <p>{t('evidence.outcome_few')}</p>}
      {rows.length > 0 && <Table caption={title} columns={columns()} rows={rows} rowKey={(row) => row.key} empty={null} />}
      {scale.confidential && <p class="muted">{t('evidence.outcome_confidential')}</p>}
      {scale.unpaired !== 0 && <p class="muted">{scale.unpaired == null ? t('evidence.unpaired_few') : t('evidence.unpaired', { count: formatNumber(scale.unpaired) })}</p>}
    </article>
  );
}

/** What the scales of the practice said at the start and at the end, whichever way it went. */
export function OutcomesTab({ practice }: { practice: string }) {
  const { query, path, route } = useLocation();
  const today = regionDay();
  const asked = query.day ?? '';
  const day = isDay(asked) && asked < today ? asked : null;
  const found = useQuery({ queryKey: ['outcomes', practice, day], queryFn: () => readOutcomes(practice, day) });
  return (
    <div class="stack">
      <p>{t('evidence.outcomes_lead')}</p>
      <DateField name="day" label={t('evidence.as_of')} required value={day ?? today} max={today} onChange={(next) => route(next && next < today ? `${path}?day=${next}` : path, true)} />
      <Loaded query={found}>
        {({ scales }) => (scales.length === 0 ? <EmptyState title={t('evidence.scales_none')} /> : (
          <>
            {scales.map((scale) => <Scale key={`${scale.form}-${scale.score}`} scale={scale} />)}
            <p class="muted">{t('evidence.outcomes_rule')}</p>
          </>
        ))}
      </Loaded>
    </div>
  );
}
