import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { announceEvent, cancelEvent, closeEvent, holdEvent } from '../api';
import type { EventView } from '../model/types';
import { useKeep } from '../model/use_event';
import { WordsForm } from './WordsForm';

const steps = { proposed: ['announce', announceEvent], announced: ['hold', holdEvent], held: ['close', closeEvent] } as const;

/** What may be done with the event as a whole now. */
export function EventMoves({ view }: { view: EventView }) {
  const keep = useKeep();
  const { event } = view;
  const [cancelling, setCancelling] = useState(false);
  const step = event.state === 'proposed' || event.state === 'announced' || event.state === 'held' ? steps[event.state] : null;
  const due = event.state !== 'announced' || view.today >= event.starts_on;
  const move = useSend(async (key) => {
    if (step) keep(await step[1](event.id, key));
  });
  const mayEdit = can('exchange.propose') && (event.state === 'proposed' || (view.hosts && (event.state === 'announced' || event.state === 'held')));
  if (cancelling)
    return (
      <WordsForm
        name="cancel_reason"
        label={t('exchange.cancel_reason')}
        action={t('exchange.cancel_event')}
        kind="danger"
        onSend={async (reason, key) => keep(await cancelEvent(event.id, reason, key))}
        onDone={() => setCancelling(false)}
        onCancel={() => setCancelling(false)}
      />
    );
  return (
    <>
      <ErrorSummary problem={move.problem} />
      <div class="form-actions">
        {can('exchange.run') && step && due && (
          <Button kind="primary" busy={move.busy} onClick={() => void move.send()}>
            {t(`exchange.do.${step[0]}`)}
          </Button>
        )}
        {mayEdit && (
          <a class="button" href={`/exchange/events/${event.id}/edit`}>
            {t('exchange.edit')}
          </a>
        )}
        {can('exchange.run') && (event.state === 'proposed' || event.state === 'announced') && (
          <Button kind="quiet" onClick={() => setCancelling(true)}>
            {t('exchange.cancel_event')}
          </Button>
        )}
      </div>
    </>
  );
}
