import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { ownOrganisations, titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { getPlanner } from '../api';
import '../components/Exchange.css';
import { ExchangeTabs } from '../components/ExchangeTabs';
import { usePractices } from '../model/use_event';

export default function PlannerPage() {
  const all = useOrganisations().data ?? [];
  const practices = usePractices().data ?? [];
  const [chosen, setCentre] = useState('');
  const [practice, setPractice] = useState('');
  const centre = chosen || ownOrganisations(all)[0]?.id || '';
  const query = useQuery({ queryKey: ['exchange', 'planner', centre, practice], queryFn: () => getPlanner(centre, practice), enabled: centre !== '' && practice !== '' });
  return (
    <Page title={t('exchange.planner')} lead={t('exchange.planner_lead')}>
      <ExchangeTabs current="/exchange/planner" />
      <section class="card stack">
        <div class="exchange-row">
          <Select name="centre" required label={t('exchange.planner_centre')} value={centre} empty={t('exchange.choose')} choices={all.filter((each) => !each.closed_on && (each.kind === 'centre' || each.id === centre)).map((each) => ({ value: each.id, label: each.short_title }))} onChange={setCentre} />
          <Select name="practice" required label={t('exchange.planner_practice')} value={practice} empty={t('exchange.choose')} choices={practices.map((each) => ({ value: each.id, label: titleOf(each.title) }))} onChange={setPractice} />
        </div>
        {practice && centre ? (
          <Loaded query={query}>
            {(hosts) =>
              hosts.length === 0 ? (
                <EmptyState title={t('exchange.planner_none')} detail={t('exchange.planner_none_detail')} />
              ) : (
                <ol class="exchange-list">
                  {hosts.map((each) => (
                    <li key={each.host.id} class="stack">
                      <h2>
                        <a href={`/rollout/centres/${each.host.id}`}>{each.host.title}</a>
                      </h2>
                      <p class="muted">{t('exchange.planner_stage', { stage: t(`exchange.stage.${each.stage}`), day: formatDay(each.since) })}</p>
                      <ul>
                        {each.reasons.map((reason) => (
                          <li key={reason}>{reason}</li>
                        ))}
                      </ul>
                      {can('exchange.propose') && <a href={`/exchange/new?host=${each.host.id}`}>{t('exchange.planner_propose')}</a>}
                    </li>
                  ))}
                </ol>
              )
            }
          </Loaded>
        ) : (
          <p class="muted">{t('exchange.planner_ask')}</p>
        )}
      </section>
    </Page>
  );
}
