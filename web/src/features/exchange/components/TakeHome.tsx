import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { adoptPick, pick, removePick } from '../api';
import type { EventView, Pick } from '../model/types';
import { useAskAgain, useKeep } from '../model/use_event';

export function TakeHome({ view }: { view: EventView }) {
  const own = ownOrganisations(useOrganisations().data ?? []);
  const came = own.filter((each) => view.delegations.some((known) => known.organisation.id === each.id && known.came > 0));
  return (
    <div class="stack">
      <h2>{t('exchange.part.home')}</h2>
      <p class="muted">{t('exchange.home_lead')}</p>
      {view.picks.length === 0 && came.length === 0 && <EmptyState title={t('exchange.home_none')} />}
      {came.map((each) => (
        <Offer key={each.id} organisation={each.id} title={each.short_title} view={view} />
      ))}
      <ul class="exchange-list">
        {view.picks.map((each) => (
          <Picked key={each.id} picked={each} event={view.event.id} />
        ))}
      </ul>
    </div>
  );
}

function Offer({ organisation, title, view }: { organisation: string; title: string; view: EventView }) {
  const keep = useKeep();
  const { busy, problem, send } = useSend(async (key, practice: string) => keep(await pick(view.event.id, organisation, practice, key)));
  const left = view.practices.filter((each) => !view.picks.some((known) => known.organisation.id === organisation && known.practice.id === each.id));
  if (left.length === 0 || !can('exchange.sign_up')) return null;
  return (
    <section aria-label={title}>
      <h3>{t('exchange.home_offer', { centre: title })}</h3>
      <ErrorSummary problem={problem} />
      <ul class="exchange-list">
        {left.map((each) => (
          <li key={each.id} class="exchange-mark">
            <span>{each.title}</span>
            <Button busy={busy} name={t('exchange.pick_named', { practice: each.title })} onClick={() => void send(each.id)}>
              {t('exchange.pick')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picked({ picked, event }: { picked: Pick; event: string }) {
  const keep = useKeep();
  const again = useAskAgain(event);
  const adopt = useSend(async (key) => keep(await adoptPick(picked.id, key)));
  const back = useSend(async () => {
    await removePick(picked.id);
    await again();
  });
  return (
    <li class="stack">
      <span>
        <strong>{picked.practice.title}</strong> · {picked.organisation.title} <span class="muted">{t('exchange.picked_on', { day: formatDay(picked.picked_on) })}</span>
      </span>
      <ErrorSummary problem={adopt.problem ?? back.problem} />
      {picked.adoption ? (
        <span>
          {picked.own ? <a href={`/rollout/adoptions/${picked.adoption}`}>{t('exchange.in_matrix')}</a> : t('exchange.adopted')}
        </span>
      ) : (
        picked.own && (
          <div class="form-actions">
            {can('exchange.approve') && (
              <Button kind="primary" busy={adopt.busy} onClick={() => void adopt.send()}>
                {t('exchange.adopt')}
              </Button>
            )}
            {can('exchange.sign_up') && (
              <Button kind="quiet" busy={back.busy} onClick={() => void back.send()}>
                {t('exchange.pick_back')}
              </Button>
            )}
          </div>
        )
      )}
    </li>
  );
}
