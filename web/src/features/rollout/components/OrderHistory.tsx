import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { notify } from '../../../ui/Status';
import { exempt, moveDeadline, oblige } from '../api';
import type { Change, Order } from '../model/types';
import { ReasonForm } from './ReasonForm';

type Act = 'deadline' | 'exempt' | 'oblige';

export interface OrderHistoryProps {
  order: Order;
  deadline: Day | null;
  exempted: boolean;
}

/** An order that asked for this cell, what became of it, and the two decisions that may be taken about it. */
export function OrderHistory({ order, deadline, exempted }: OrderHistoryProps) {
  const [act, setAct] = useState<Act | null>(null);
  return (
    <div class="order">
      <p>
        <a href={`/rollout/campaigns/${order.campaign}`}>{t('rollout.order_of', { number: order.number, day: formatDay(order.signed_on) })}</a>
        <span class="muted">
          {' '}
          {t('rollout.order_asks', { wave: order.wave, stage: t(`rollout.stage.${order.target}`) })}
        </span>
      </p>
      <ChangeList changes={order.changes} />
      {act ? (
        <DecisionForm act={act} assignment={order.assignment} deadline={deadline} onClose={() => setAct(null)} />
      ) : (
        can('rollout.order') && (
          <div class="form-actions">
            {!exempted && <Button onClick={() => setAct('deadline')}>{t('rollout.act.deadline')}</Button>}
            <Button kind="quiet" onClick={() => setAct(exempted ? 'oblige' : 'exempt')}>
              {exempted ? t('rollout.act.oblige') : t('rollout.act.exempt')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

export function DecisionForm({ act, assignment, deadline, onClose }: { act: Act; assignment: string; deadline: Day | null; onClose(): void }) {
  const client = useQueryClient();
  const decide = (reason: string, day: Day | null, key: string) => {
    if (act === 'deadline') return moveDeadline(assignment, day ?? '', reason, key);
    return act === 'exempt' ? exempt(assignment, reason, key) : oblige(assignment, reason, key);
  };
  return (
    <ReasonForm
      name="reason"
      action={t(`rollout.act.${act}`)}
      {...(act === 'deadline' ? { day: { label: t('rollout.new_deadline'), value: deadline } } : {})}
      onSend={decide}
      onDone={() => {
        notify(t(`rollout.done.${act}`));
        onClose();
        void client.invalidateQueries({ queryKey: ['rollout'] });
      }}
      onCancel={onClose}
    />
  );
}

export function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <ol class="changes">
      {changes.map((change) => (
        <li key={change.changed_at + change.kind}>
          <span class="change-day">{formatDay(change.changed_on)}</span>
          <span>
            {change.kind === 'deadline'
              ? t('rollout.change.deadline', { before: formatDay(change.deadline_before), after: formatDay(change.deadline) })
              : t(`rollout.change.${change.kind}`, { day: formatDay(change.deadline) })}
            {change.reason && <span class="change-reason">{t('rollout.change.reason', { reason: change.reason })}</span>}
            {change.by && <span class="muted"> {change.by}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
