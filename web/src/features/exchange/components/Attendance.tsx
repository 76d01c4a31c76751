// Phone first: one tap marks a person, one button the whole delegation.
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { mark } from '../api';
import type { Delegation, EventView } from '../model/types';
import { useKeep } from '../model/use_event';

export function Attendance({ view }: { view: EventView }) {
  const coming = view.delegations.filter((each) => each.state !== 'withdrawn');
  const open = (view.event.state === 'announced' && view.today >= view.event.starts_on) || view.event.state === 'held';
  const came = coming.reduce((sum, each) => sum + each.came, 0);
  const people = coming.reduce((sum, each) => sum + each.people, 0);
  return (
    <div class="stack">
      <h2>{t('exchange.part.attendance')}</h2>
      <p role="status">{t('exchange.came', { came, people })}</p>
      {coming.length === 0 && <EmptyState title={t('exchange.attendance_none')} />}
      {!open && coming.length > 0 && <p class="muted">{t('exchange.attendance_closed')}</p>}
      {coming.map((each) => (
        <Sheet key={each.id} delegation={each} open={open} />
      ))}
    </div>
  );
}

function Sheet({ delegation, open }: { delegation: Delegation; open: boolean }) {
  const keep = useKeep();
  const { busy, problem, send } = useSend(async (key, attended: boolean, delegate: string | null) => keep(await mark(delegation.id, attended, delegate, key)));
  return (
    <section aria-label={delegation.organisation.title}>
      <div class="exchange-mark">
        <h3>
          {delegation.organisation.title}: {delegation.came}/{delegation.people}
        </h3>
        {open && (
          <Button busy={busy} onClick={() => void send(true, null)}>
            {t('exchange.all_came')}
          </Button>
        )}
      </div>
      <ErrorSummary problem={problem} />
      <ul class="exchange-list">
        {delegation.delegates?.map((each) => (
          <li key={each.id} class="exchange-mark">
            <label>
              <input type="checkbox" checked={each.attended === true} disabled={!open || busy} onChange={(event) => void send(event.currentTarget.checked, each.id)} />
              <span>
                {each.name}, <span class="muted">{each.position}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
