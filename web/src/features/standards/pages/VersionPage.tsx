import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { dropVersion, getStandard, getVersion, type Version } from '../api';
import { Acts } from '../components/Acts';
import { Comments } from '../components/Comments';
import { StageTag } from '../components/StageTag';
import { VersionText, useWork } from '../components/VersionText';

function Lead({ version: { code, state, ended_reason } }: { version: Version }) {
  return (
    <>
      {code}, {t('standards.version', { number: state.ordinal })} <StageTag version={state} />{' '}
      {state.order && t('standards.by_order', { number: state.order.number, day: formatDay(state.order.day) })}
      {ended_reason && <> {t('standards.ended_because', { reason: ended_reason })}</>}
    </>
  );
}

function Body({ version }: { version: Version }) {
  const standard = useQuery({ queryKey: ['standards', 'one', version.standard], queryFn: () => getStandard(version.standard) });
  const work = useWork(standard.data?.practice);
  return (
    <div class="stack">
      <Acts version={version} />
      <VersionText content={version.content} work={work} />
      {version.sent_on && <Comments version={version} />}
    </div>
  );
}

function Actions({ version }: { version: Version }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const { stage, ordinal } = version.state;
  const { busy, problem, send } = useSend(() => dropVersion(version.id));
  const drop = async () => {
    if (!(await send())) return;
    void client.invalidateQueries({ queryKey: ['standards'] });
    route('/standards');
  };
  return (
    <>
      <ErrorSummary problem={problem} />
      {ordinal > 1 && <a class="button" href={`/standards/versions/${version.id}/difference`}>{t('standards.what_changed')}</a>}
      {can('standards.write') && (stage === 'draft' || stage === 'settling') && <a class="button" href={`/standards/versions/${version.id}/edit`}>{t('standards.edit')}</a>}
      {can('standards.write') && stage === 'draft' && <Button busy={busy} onClick={() => void drop()}>{t('standards.drop')}</Button>}
      <Button onClick={() => print()}>{t('standards.print')}</Button>
    </>
  );
}

/** One version: its text, what may be done with it, and what the centres say. */
export default function VersionPage() {
  const { version = '' } = useRoute().params;
  const found = useQuery({ queryKey: ['standards', 'version', version], queryFn: () => getVersion(version) });
  const { data } = found;
  const crumbs = [{ href: '/standards', label: t('standards.title') }, ...(data ? [{ href: `/standards/${data.standard}`, label: data.code }] : [])];
  return (
    <Page title={titleOf(data?.content.title) || t('standards.standard')} lead={data && <Lead version={data} />} crumbs={crumbs} actions={data && <Actions version={data} />}>
      <Loaded query={found}>{(loaded) => <Body version={loaded} />}</Loaded>
    </Page>
  );
}
