import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { namer } from '../../../lib/directory';
import { address } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import { EmptyState } from '../../../ui/EmptyState';
import { SaveAs } from '../../../ui/SaveAs';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getStarters } from '../api';
import { usePractices } from '../model/names';
import type { Starter } from '../model/types';
import { Loaded } from '../../../ui/Loaded';
import { MatrixSign } from './MatrixSign';

/** Who could start tomorrow, before the order is signed. */
export function ReadinessPreview({ practices, centres }: { practices: readonly string[]; centres: ReadonlySet<string> }) {
  const [chosen, setChosen] = useState(practices[0] ?? '');
  const name = namer(usePractices().data, (each) => each.title);
  const practice = practices.includes(chosen) ? chosen : (practices[0] ?? '');
  return (
    <div class="stack">
      {practices.length > 1 && (
        <label class="field">
          <span class="field-label">{t('rollout.practice')}</span>
          <select class="input select" value={practice} onChange={(event) => setChosen(event.currentTarget.value)}>
            {practices.map((each) => (
              <option key={each} value={each}>
                {name(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Starters practice={practice} only={centres} />
    </div>
  );
}

export function Starters({ practice, only }: { practice: string; only?: ReadonlySet<string> }) {
  const query = useQuery({ queryKey: ['rollout', 'starters', practice], queryFn: ({ signal }) => getStarters(practice, signal), enabled: practice !== '' });
  return (
    <Loaded query={query}>
      {(all) => (
        <>
          <StarterTable rows={only ? all.filter((each) => only.has(each.organisation.id)) : all} />
          <SaveAs label={only && t('rollout.save_starters')} what={t('rollout.starters.title')} at={(format) => address('/practices/{practice}/who-could-start/export', { path: { practice }, query: { format } })} />
        </>
      )}
    </Loaded>
  );
}

function money(starter: Starter): string {
  if (starter.ready && starter.cost_kopecks === 0 && starter.unknown_costs === 0) return '—';
  const known = starter.cost_kopecks > 0 || starter.unknown_costs === 0 ? formatMoney(starter.cost_kopecks, 'RUB') : '';
  const unknown = starter.unknown_costs > 0 ? t('rollout.starters.unknown', { count: starter.unknown_costs }) : '';
  return [known, unknown].filter(Boolean).join(' + ');
}

function StarterTable({ rows }: { rows: readonly Starter[] }) {
  const [shown, setShown] = useState(20);
  const columns: Column<Starter>[] = [
    {
      key: 'centre',
      title: t('rollout.centre'),
      weight: 'main',
      cell: (each) => <a href={`/rollout/centres/${each.organisation.id}`}>{each.organisation.title}</a>,
    },
    {
      key: 'ready',
      title: t('rollout.starters.ready'),
      cell: (each) => (
        <span class={`line-state ${each.ready ? 'reached' : 'before_preparing'}`}>
          <MatrixSign colour={each.ready ? 'reached' : 'before_preparing'} />
          {each.ready ? t('rollout.starters.yes') : t('rollout.starters.gaps', { count: each.gaps.length })}
        </span>
      ),
    },
    {
      key: 'gaps',
      title: t('rollout.starters.missing'),
      cell: (each) => (
        <ul class="gap-list">
          {each.gaps.map((gap) => (
            <li key={gap.kind + gap.title}>
              {gap.title} <span class="muted">{gap.missing.text}</span>
            </li>
          ))}
          {each.papers > 0 && <li class="muted">{t('rollout.starters.papers', { count: each.papers })}</li>}
        </ul>
      ),
    },
    { key: 'cost', title: t('rollout.starters.cost'), align: 'end', cell: money },
    { key: 'stage', title: t('rollout.starters.stage'), weight: 'minor', cell: (each) => (each.stage ? <Tag>{t(`rollout.stage.${each.stage}`)}</Tag> : '—') },
  ];
  const ready = rows.filter((each) => each.ready).length;
  const cost = rows.reduce((sum, each) => sum + each.cost_kopecks, 0);
  const sorted = [...rows].sort((a, b) => Number(b.ready) - Number(a.ready) || a.gaps.length - b.gaps.length || a.organisation.title.localeCompare(b.organisation.title));
  return (
    <>
      {rows.length > 0 && (
        <p class="readiness-sum">
          {t('rollout.starters.sum', { ready: formatNumber(ready), all: formatNumber(rows.length) })}
          {cost > 0 && ` ${t('rollout.starters.sum_cost', { cost: formatMoney(cost, 'RUB') })}`}
        </p>
      )}
      <Table
        caption={t('rollout.starters.title')}
        columns={columns}
        rows={sorted.slice(0, shown)}
        rowKey={(each) => each.organisation.id}
        empty={<EmptyState title={t('rollout.starters.none')} />}
        more={{ next: sorted.length > shown ? '' : null, onMore: () => setShown(sorted.length) }}
      />
    </>
  );
}
