import { useQuery } from '@tanstack/preact-query';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Table, type Column } from '../../../ui/Table';
import { getResult } from '../api';
import type { EventView, Step } from '../model/types';
import { OutcomeText } from './OutcomeText';

const columns = (): Column<Step>[] => [
  { key: 'centre', title: t('exchange.centre'), weight: 'main', cell: (each) => each.organisation.title },
  { key: 'practice', title: t('exchange.practice'), cell: (each) => each.practice.title },
  { key: 'adopted', title: t('exchange.adopted_on'), cell: (each) => (each.chosen_on ? formatDay(each.chosen_on) : '—') },
  { key: 'counts', title: t('exchange.counts'), cell: (each) => t(each.before ? 'exchange.step_before' : each.in_time ? 'exchange.step_in_time' : each.chosen_on ? 'exchange.step_late' : 'exchange.step_none') },
  { key: 'stage', title: t('exchange.stage_now'), cell: (each) => (each.stage ? t(`exchange.stage.${each.stage}`) : '—') },
  { key: 'started', title: t('exchange.started_on'), cell: (each) => (each.started_on ? formatDay(each.started_on) : '—') },
];

export function Result({ view }: { view: EventView }) {
  const query = useQuery({ queryKey: ['exchange', 'result', view.event.id], queryFn: () => getResult(view.event.id) });
  return (
    <div class="stack">
      <h2>{t('exchange.part.result')}</h2>
      <Loaded query={query}>
        {(result) => (
          <>
            <p>
              <strong>
                <OutcomeText outcome={result.outcome} />
              </strong>
            </p>
            <p class="muted">{t(result.settled ? 'exchange.until_settled' : 'exchange.until_running', { day: formatDay(result.until) })}</p>
            <Table caption={t('exchange.part.result')} columns={columns()} rows={result.steps} rowKey={(each) => `${each.organisation.id} ${each.practice.id}`} empty={<EmptyState title={t('exchange.result_none')} />} />
          </>
        )}
      </Loaded>
    </div>
  );
}
