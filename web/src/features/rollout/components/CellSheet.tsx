import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatDay, formatDayLong, formatMonthLong, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Sheet } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { getCell } from '../api';
import { ordered, type CellAddress, type CellDetail, type Flags } from '../model/types';
import './Cell.css';
import { ActionList } from './ActionList';
import { CellFacts } from './CellFacts';
import { StateTag } from './ColourTag';
import { Loaded } from '../../../ui/Loaded';
import { OrderHistory } from './OrderHistory';
import { PeriodBars } from './PeriodBars';

export interface CellSheetProps {
  at: CellAddress | null;
  day: Day | null;
  onClose(): void;
}

/** Why a cell has its colour: the rule, the periods, the facts themselves, and who decided what. */
export function CellSheet({ at, day, onClose }: CellSheetProps) {
  const query = useQuery({
    queryKey: ['rollout', 'cell', at, day],
    queryFn: ({ signal }) => getCell(at!, day, signal),
    enabled: at !== null,
  });
  // A cell that nothing was asked of is no fault: the address may be old.
  const absent = query.error && asProblem(query.error).status === 404;
  return (
    <Sheet title={query.data?.practice.title ?? t('rollout.cell.title')} open={at !== null} onClose={onClose}>
      {absent ? (
        <EmptyState title={t('rollout.cell.unassigned')} detail={t('rollout.cell.unassigned_detail')} />
      ) : (
        <Loaded query={query}>{(cell) => <CellBody at={at!} cell={cell} />}</Loaded>
      )}
    </Sheet>
  );
}

function CellBody({ at, cell }: { at: CellAddress; cell: CellDetail }) {
  const { state } = cell;
  return (
    <div class="cell-body">
      <p class="cell-centre">
        <a href={`/rollout/centres/${cell.organisation.id}`}>{cell.organisation.title}</a>
        <span class="muted">{t('rollout.as_of', { day: formatDayLong(cell.day) })}</span>
      </p>
      <div class="cell-verdict">
        <StateTag state={state} />
        <span>
          {t(`rollout.stage.${state.stage}`)} {t('rollout.since', { day: formatDay(state.since) })}
        </span>
      </div>
      {cell.reason.text && <p class="cell-reason">{cell.reason.text}</p>}
      <FlagNotes flags={state.flags} />
      <dl class="facts-of-cell">
        <Term name={t('rollout.term.deadline')} value={state.deadline ? formatDay(state.deadline) : ordered(state) ? t('rollout.term.no_deadline') : t('rollout.term.own')} />
        {ordered(state) && <Term name={t('rollout.term.target')} value={t(`rollout.stage.${state.target}`)} />}
        {state.reached_on ? (
          <Term name={t('rollout.term.reached_on')} value={formatDay(state.reached_on)} />
        ) : (
          <Term name={t('rollout.term.forecast')} value={state.forecast ? formatDay(state.forecast) : t(state.stage === 'stopped' ? 'rollout.term.stopped' : 'rollout.term.no_forecast')} />
        )}
      </dl>
      {cell.adoption && (
        <p>
          <a class="button primary" href={`/rollout/adoptions/${cell.adoption}`}>
            {t('rollout.open_adoption')}
          </a>{' '}
          <a class="button" href={`/verdicts/${at.practice}/${at.organisation}`}>
            {t('rollout.open_verdicts')}
          </a>
        </p>
      )}
      {cell.next.length > 0 && (
        <section>
          <h3>{t('rollout.next')}</h3>
          <ActionList actions={cell.next} today={cell.day} limit={4} />
        </section>
      )}
      <Delivery at={at} cell={cell} />
      {cell.orders.length > 0 && (
        <section>
          <h3>{t('rollout.orders')}</h3>
          {cell.orders.map((order) => (
            <OrderHistory key={order.assignment} order={order} deadline={state.deadline ?? null} exempted={state.exempt} />
          ))}
        </section>
      )}
    </div>
  );
}

function Delivery({ at, cell }: { at: CellAddress; cell: CellDetail }) {
  const [shown, setShown] = useState(false);
  const [first, setFirst] = useState('');
  const period = cell.periods.find((each) => each.first === first) ?? null;
  return (
    <section>
      <h3>{t('rollout.delivery')}</h3>
      <p class="muted">{t(`rollout.measure.${cell.measure}`)}</p>
      <PeriodBars cell={cell} />
      {shown ? (
        <>
          <div class="facts-head">
            <h3>{t('rollout.facts')}</h3>
            <label>
              <span class="visually-hidden">{t('rollout.facts.period')}</span>
              <select class="input select" value={first} onChange={(event) => setFirst(event.currentTarget.value)}>
                <option value="">{t('rollout.facts.all')}</option>
                {[...cell.periods].reverse().map((each) => (
                  <option key={each.first} value={each.first}>
                    {formatMonthLong(each.first)}
                  </option>
                ))}
              </select>
            </label>
          </div>
          <CellFacts at={at} day={cell.day} period={period} />
        </>
      ) : (
        <Button onClick={() => setShown(true)}>{t('rollout.facts.show')}</Button>
      )}
    </section>
  );
}

export function FlagNotes({ flags }: { flags: Flags }) {
  const notes = [
    flags.fact_before_ready && t('rollout.flag.fact_before_ready', { day: formatDay(flags.fact_before_ready) }),
    flags.gap_reopened && t('rollout.flag.gap_reopened', { day: formatDay(flags.gap_reopened) }),
  ].filter(Boolean);
  if (notes.length === 0) return null;
  return (
    <ul class="flag-notes" aria-label={t('rollout.flags')}>
      {notes.map((note) => (
        <li key={note}>
          <span class="flag-mark" aria-hidden="true">?</span>
          {note}
        </li>
      ))}
    </ul>
  );
}

export function Term({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
