import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { beginSelfCheck, beginVisit, getChoices, type Choice } from '../api';
import '../components/Control.css';
import { Findings } from '../components/Findings';
import { Inspections } from '../components/Inspections';

function SelfCheck({ centre, choice, onBegin }: { centre: string; choice: Choice; onBegin(inspection: string): void }) {
  const { busy, problem, send } = useSend(async (key) => onBegin((await beginSelfCheck(centre, choice.version, key)).inspection.id));
  if (choice.self_check) return <a class="button" href={`/control/inspections/${choice.self_check}`}>{choice.closed || !can('control.declare') ? t('control.read_self_check') : t('control.go_on')}</a>;
  if (!can('control.declare')) return <p class="muted">{t('control.none_this_quarter')}</p>;
  return (
    <>
      <ErrorSummary problem={problem} />
      <p class="muted">{t('control.none_this_quarter')}</p>
      <Button kind="primary" busy={busy} onClick={() => void send()}>{t('control.begin_self_check', { count: choice.items })}</Button>
    </>
  );
}

function Visit({ centre, choice, onBegin }: { centre: string; choice: Choice; onBegin(inspection: string): void }) {
  const { busy, problem, send } = useSend(async (key) => onBegin((await beginVisit(centre, choice.version, key)).inspection.id));
  return (
    <>
      <ErrorSummary problem={problem} />
      <Button kind="primary" busy={busy} onClick={() => void send()}>{t('control.begin_visit', { count: choice.items })}</Button>
    </>
  );
}

function ChoiceCard({ centre, choice }: { centre: string; choice: Choice }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const go = (inspection: string) => {
    void client.invalidateQueries({ queryKey: ['control'] });
    route(`/control/inspections/${inspection}`);
  };
  const label = `choice-${choice.version}`;
  return (
    <section class="card control-choice" aria-labelledby={label}>
      <h3 id={label}>{titleOf(choice.title)}</h3>
      <p class="muted"><a href={`/standards/versions/${choice.version}`}>{t('control.version_of', { code: choice.code, number: choice.ordinal, day: formatDay(choice.since) })}</a></p>
      <SelfCheck centre={centre} choice={choice} onBegin={go} />
      {can('control.inspect') && <Visit centre={centre} choice={choice} onBegin={go} />}
      <p><a href={`/control/centres/${centre}/${choice.version}`}>{t('control.compare')}</a></p>
    </section>
  );
}

/** What binds one centre today, how far its checks are, and what was found there. */
export default function CentrePage() {
  const { centre = '' } = useRoute().params;
  const query = useQuery({ queryKey: ['control', 'choices', centre], queryFn: () => getChoices(centre) });
  const title = (useOrganisations().data ?? []).find(({ id }) => id === centre)?.short_title ?? '';
  const absent = query.error && asProblem(query.error).status === 404;
  return (
    <Page title={t('control.of_centre', { centre: title })} crumbs={[{ href: '/control', label: t('control.title') }]} lead={<a href={`/organisations/${centre}`}>{title}</a>}>
      {absent ? (
        <EmptyState title={t('control.foreign')} detail={t('control.foreign_detail')} />
      ) : (
        <div class="stack">
          <h2>{t('control.choose')}</h2>
          <Loaded query={query}>
            {(choices) => (choices.length === 0 ? <EmptyState title={t('control.no_choices')} detail={t('control.no_choices_detail')} /> : <>{choices.map((each) => <ChoiceCard key={each.version} centre={centre} choice={each} />)}</>)}
          </Loaded>
          <h2>{t('control.tab.findings')}</h2>
          <Findings organisation={centre} which="all" />
          <h2>{t('control.tab.inspections')}</h2>
          <Inspections organisation={centre} />
        </div>
      )}
    </Page>
  );
}
