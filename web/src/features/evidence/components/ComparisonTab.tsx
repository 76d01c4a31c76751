import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { formatDay, formatMonth } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Select } from '../../../ui/Select';
import { Table, type Column } from '../../../ui/Table';
import { Tag, type Tone } from '../../../ui/Tag';
import { compareStarts, type Comparison, type Measure } from '../api';
import { DesignPicture } from './DesignPicture';

const measures = ['recipients', 'facts', 'minutes'] as const;
const tones: Record<'holds' | 'broken' | 'unknown', Tone> = { holds: 'good', broken: 'warning', unknown: 'neutral' };
type Month = Comparison['months'][number];

const figure = (value: number) => formatNumber(value, Math.abs(value) < 10 ? 1 : 0).replace('-', '−');

/** In words of a report: how much, between what and what, and whether that proves anything. */
function Said({ found }: { found: Comparison }) {
  const { effect } = found;
  if (!effect) return <p class="evidence-headline">{t('evidence.no_effect_known')}</p>;
  const less = effect.estimate < 0;
  const [from, to] = less ? [-effect.to, -effect.from] : [effect.from, effect.to];
  const values = { estimate: figure(Math.abs(effect.estimate)), from: figure(from), to: figure(to) };
  return (
    <>
      <p class="evidence-headline">
        {t(`evidence.${less ? 'less' : 'more'}.${found.measure}`, values)} {t(effect.proven ? 'evidence.proven' : 'evidence.not_proven')}
      </p>
      <p>{t('evidence.preliminary')}</p>
      <p>{t('evidence.within_months', { value: figure(effect.within_months), chance: formatNumber(effect.chance * 100, 1) })}</p>
    </>
  );
}

function Assumptions({ found }: { found: Comparison }) {
  const values = {
    centres: found.centres.length, months: found.months_that_tell,
    trend: found.trend_before == null ? '—' : formatNumber(found.trend_before, 2).replace('-', '−'),
  };
  return (
    <section class="stack" aria-labelledby="assumptions">
      <h2 id="assumptions">{t('evidence.assumptions')}</h2>
      <ul class="assumptions">
        {found.assumptions.map((each) => (
          <li key={each.assumption}>
            <Tag tone={tones[each.verdict]}>{t(`evidence.verdict.${each.verdict}`)}</Tag> {t(`evidence.assumption.${each.assumption}`, values)}
          </li>
        ))}
        <li><Tag>{t('evidence.verdict.unseen')}</Tag> {t('evidence.assumption.nothing_else')}</li>
      </ul>
    </section>
  );
}

function Months({ found }: { found: Comparison }) {
  const mean = (value: number | null | undefined) => (value == null ? '—' : figure(value));
  const columns: Column<Month>[] = [
    { key: 'month', title: t('evidence.month'), weight: 'main', cell: (row) => formatMonth(row.month) },
    { key: 'started', title: t('evidence.mean_started'), align: 'end', cell: (row) => mean(row.started) },
    { key: 'centres_started', title: t('evidence.centres_started'), align: 'end', weight: 'minor', cell: (row) => formatNumber(row.centres_started) },
    { key: 'waiting', title: t('evidence.mean_waiting'), align: 'end', cell: (row) => mean(row.waiting) },
    { key: 'centres_waiting', title: t('evidence.centres_waiting'), align: 'end', weight: 'minor', cell: (row) => formatNumber(row.centres_waiting) },
  ];
  return <Table caption={t('evidence.by_month')} columns={columns} rows={found.months} rowKey={(row) => row.month} empty={null} />;
}

function Starts({ found }: { found: Comparison }) {
  return (
    <details>
      <summary>{t('evidence.starts')}</summary>
      <ul class="bullets">
        {found.centres.map((each) => <li key={each.organisation}>{each.centre}: {each.started_on ? formatDay(each.started_on) : t('evidence.not_started_yet')}</li>)}
      </ul>
    </details>
  );
}

export function ComparisonTab({ practice }: { practice: string }) {
  const { query, path, route } = useLocation();
  const measure: Measure = measures.find((each) => each === query.measure) ?? 'recipients';
  const comparison = useQuery({ queryKey: ['comparison', practice, measure], queryFn: () => compareStarts(practice, measure) });
  return (
    <div class="stack">
      <p>{t('evidence.comparison_lead')}</p>
      <Select label={t('evidence.measure')} name="measure" value={measure} onChange={(next) => route(`${path}?measure=${next}`, true)}
        choices={measures.map((each) => ({ value: each, label: t(`evidence.measure.${each}`) }))} />
      <Loaded query={comparison}>
        {(found) => (found.months.length === 0 ? <EmptyState title={t('evidence.nobody_started')} /> : (
          <>
            <Said found={found} />
            <DesignPicture found={found} />
            {found.left_out > 0 && <p class="muted">{t('evidence.left_out', { count: found.left_out })}</p>}
            <Assumptions found={found} />
            <Months found={found} />
            <Starts found={found} />
          </>
        ))}
      </Loaded>
    </div>
  );
}
