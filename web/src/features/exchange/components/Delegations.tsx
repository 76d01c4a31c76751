import { useState } from 'preact/hooks';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Tag } from '../../../ui/Tag';
import { approve, changeDelegation, signUp, withdraw } from '../api';
import type { Delegation, EventView } from '../model/types';
import { useKeep } from '../model/use_event';
import { delegationTones } from '../model/words';
import { DelegationForm } from './DelegationForm';

export function Delegations({ view }: { view: EventView }) {
  const keep = useKeep();
  const [editing, setEditing] = useState<Delegation | 'new' | null>(null);
  const all = useOrganisations().data ?? [];
  const own = ownOrganisations(all);
  const offered = (own.length > 0 ? own : all).filter((each) => each.id !== view.event.host && !each.closed_on && !view.delegations.some((known) => known.organisation.id === each.id && known.state !== 'withdrawn'));
  const open = view.event.state === 'announced';
  if (editing)
    return (
      <DelegationForm
        organisations={editing === 'new' ? offered : all.filter((each) => each.id === editing.organisation.id)}
        known={editing === 'new' ? null : editing}
        onSave={async (draft, key) => keep(editing === 'new' ? await signUp(view.event.id, draft, key) : await changeDelegation(editing, draft))}
        onDone={() => setEditing(null)}
      />
    );
  return (
    <div class="stack">
      <h2>{t('exchange.part.delegations')}</h2>
      {view.delegations.length === 0 && <EmptyState title={t(open ? 'exchange.delegations_none' : 'exchange.delegations_closed')} />}
      <ul class="exchange-list">
        {view.delegations.map((each) => (
          <One key={each.id} delegation={each} open={open} onEdit={() => setEditing(each)} />
        ))}
      </ul>
      {open && can('exchange.sign_up') && offered.length > 0 && (
        <div class="form-actions">
          <Button kind="primary" onClick={() => setEditing('new')}>
            {t('exchange.sign_up')}
          </Button>
        </div>
      )}
    </div>
  );
}

function One({ delegation, open, onEdit }: { delegation: Delegation; open: boolean; onEdit(): void }) {
  const keep = useKeep();
  const decide = useSend(async (key, what: 'approve' | 'withdraw') => keep(await (what === 'approve' ? approve : withdraw)(delegation.id, key)));
  const { state } = delegation;
  const mine = open && delegation.own && state !== 'withdrawn';
  return (
    <li class="stack">
      <span>
        <strong>{delegation.organisation.title}</strong> <Tag tone={delegationTones[state]}>{t(`exchange.delegation.${state}`)}</Tag>{' '}
        <span class="muted">{t('exchange.people', { count: delegation.people })}</span>
      </span>
      {delegation.delegates && state !== 'withdrawn' && (
        <ul>
          {delegation.delegates.map((each) => (
            <li key={each.id}>
              {each.name}, {each.position}
            </li>
          ))}
        </ul>
      )}
      <ErrorSummary problem={decide.problem} />
      {mine && (
        <div class="form-actions">
          {can('exchange.approve') && (state === 'proposed' || state === 'unconfirmed') && (
            <Button kind="primary" busy={decide.busy} onClick={() => void decide.send('approve')}>
              {t(state === 'proposed' ? 'exchange.approve' : 'exchange.confirm')}
            </Button>
          )}
          {can('exchange.sign_up') && <Button onClick={onEdit}>{t('exchange.edit')}</Button>}
          {can('exchange.approve') && (
            <Button kind="quiet" busy={decide.busy} onClick={() => void decide.send('withdraw')}>
              {t('exchange.withdraw')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
