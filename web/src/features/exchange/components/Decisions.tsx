import { useState } from 'preact/hooks';
import { formatDay, formatInstant } from '../../../lib/dates';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Tag } from '../../../ui/Tag';
import { decide, drop, finish, giveLink, revokeLink } from '../api';
import type { Decision, EventView } from '../model/types';
import { useAskAgain } from '../model/use_event';
import { decisionTones } from '../model/words';
import { DecisionForm } from './DecisionForm';
import { WordsForm } from './WordsForm';

export function Decisions({ view }: { view: EventView }) {
  const again = useAskAgain(view.event.id);
  const [adding, setAdding] = useState(false);
  const takes = view.hosts && can('exchange.host') && (view.event.state === 'announced' || view.event.state === 'held');
  return (
    <div class="stack">
      <h2>{t('exchange.part.decisions')}</h2>
      {view.decisions.length === 0 && !adding && <EmptyState title={t('exchange.decisions_none')} />}
      <ul class="exchange-list">
        {view.decisions.map((each) => (
          <One key={each.id} decision={each} view={view} />
        ))}
      </ul>
      {adding ? (
        <DecisionForm
          onSave={async (draft, key) => {
            await decide(view.event.id, draft, key);
            await again();
          }}
          onDone={() => setAdding(false)}
        />
      ) : (
        takes && (
          <div class="form-actions">
            <Button kind="primary" onClick={() => setAdding(true)}>
              {t('exchange.decision_add')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

function One({ decision, view }: { decision: Decision; view: EventView }) {
  return (
    <li class="stack">
      <span>
        <strong>{decision.text}</strong> <Tag tone={decisionTones[decision.state]}>{t(`exchange.decision.${decision.state}`)}</Tag>
      </span>
      <span class="muted">
        {decision.owner.title} · {t('exchange.by_day', { day: formatDay(decision.due) })}
        {decision.practice && ` · ${decision.practice.title}`}
        {decision.organisation && ` · ${decision.organisation.title}`}
      </span>
      {decision.answer && (
        <p>
          {decision.answer}{' '}
          <span class="muted">
            {decision.answered_by}
            {decision.answered_at && `, ${formatInstant(decision.answered_at, view.event.zone)}`}
          </span>
        </p>
      )}
      {decision.reason && <p>{t('exchange.dropped_because', { reason: decision.reason })}</p>}
      {(decision.state === 'open' || decision.state === 'overdue') && <Acts decision={decision} view={view} />}
    </li>
  );
}

function Acts({ decision, view }: { decision: Decision; view: EventView }) {
  const again = useAskAgain(view.event.id);
  const own = ownOrganisations(useOrganisations().data ?? []);
  const [doing, setDoing] = useState<'done' | 'drop' | null>(null);
  const [link, setLink] = useState('');
  const give = useSend(async (key) => {
    const given = await giveLink(decision, key);
    setLink(`${location.origin}/answer#${given.token}`);
    await again();
  });
  const revoke = useSend(async () => {
    await revokeLink(decision);
    setLink('');
    await again();
  });
  if (!can('exchange.host')) return null;
  if (doing)
    return (
      <WordsForm
        name="words"
        label={t(doing === 'done' ? 'exchange.done_what' : 'exchange.drop_why')}
        action={t(doing === 'done' ? 'exchange.done' : 'exchange.drop')}
        onSend={async (words, key) => {
          await (doing === 'done' ? finish : drop)(decision.id, words, key);
          await again();
        }}
        onDone={() => setDoing(null)}
        onCancel={() => setDoing(null)}
      />
    );
  const owns = own.some((each) => each.id === decision.owner.id);
  if (!view.hosts && !owns) return null;
  return (
    <>
      <ErrorSummary problem={give.problem ?? revoke.problem} />
      {link && (
        <p role="status">
          {t('exchange.link_is')} <code class="exchange-link">{link}</code>
        </p>
      )}
      {decision.link_until && <p class="muted">{t('exchange.link_until', { day: formatInstant(decision.link_until, view.event.zone) })}</p>}
      <div class="form-actions">
        <Button onClick={() => setDoing('done')}>{t('exchange.done')}</Button>
        {view.hosts && (
          <>
            <Button busy={give.busy} onClick={() => void give.send()}>
              {t(decision.link_until ? 'exchange.link_new' : 'exchange.link_give')}
            </Button>
            {decision.link_until && (
              <Button kind="quiet" busy={revoke.busy} onClick={() => void revoke.send()}>
                {t('exchange.link_revoke')}
              </Button>
            )}
            <Button kind="quiet" onClick={() => setDoing('drop')}>
              {t('exchange.drop')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
