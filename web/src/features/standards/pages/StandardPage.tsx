import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t, textOfCode } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { beginVersion, getAdoptions, getStandard, getVersion, repeal, type Standard } from '../api';
import { OrderForm } from '../components/OrderForm';
import { StageTag } from '../components/StageTag';
import { VersionText, useWork } from '../components/VersionText';
import { Waivers } from '../components/Waivers';

function Versions({ standard }: { standard: Standard }) {
  return (
    <section class="card stack no-print" aria-labelledby="versions">
      <h2 id="versions">{t('standards.versions')}</h2>
      <ul class="stack">
        {standard.versions.map((each) => (
          <li key={each.id}>
            <a href={`/standards/versions/${each.id}`}>{t('standards.version', { number: each.ordinal })}</a> <StageTag version={each} />{' '}
            {each.order && t('standards.by_order', { number: each.order.number, day: formatDay(each.order.day) })}{' '}
            {each.ordinal > 1 && <a href={`/standards/versions/${each.id}/difference`}>{t('standards.what_changed')}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which centres have to follow a new version. */
function Adoptions({ standard }: { standard: Standard }) {
  const query = useQuery({ queryKey: ['standards', 'adoptions', standard.id], queryFn: () => getAdoptions(standard.id) });
  if (!standard.practice) return null;
  return (
    <section class="card stack no-print" aria-labelledby="adoptions">
      <h2 id="adoptions">{t('standards.adoptions')}</h2>
      <Loaded query={query}>
        {(items) => (
          <Table caption={t('standards.adoptions')} rows={items} rowKey={(each) => each.adoption} problem={null} empty={<EmptyState title={t('standards.no_adoptions')} />}
            columns={[
              { key: 'centre', title: t('standards.centre'), weight: 'main', cell: (each) => <a href={`/rollout/adoptions/${each.adoption}`}>{each.organisation_title}</a> },
              { key: 'stage', title: t('standards.stage_title'), cell: (each) => textOfCode(`standards.way.${each.stage}`, each.stage) },
              { key: 'since', title: t('standards.since'), cell: (each) => formatDay(each.since) },
            ]} />
        )}
      </Loaded>
    </section>
  );
}

function Actions({ standard }: { standard: Standard }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [repealing, setRepealing] = useState(false);
  const refresh = () => void client.invalidateQueries({ queryKey: ['standards'] });
  const { busy, problem, send } = useSend(async (key) => {
    const { versions } = await beginVersion(standard.id, key);
    refresh();
    route(`/standards/versions/${versions[0]?.id ?? ''}/edit`);
  });
  const approved = standard.versions[0]?.order;
  if (!can('standards.write') || standard.repealed_by) return <Button onClick={() => print()}>{t('standards.print')}</Button>;
  return (
    <>
      <ErrorSummary problem={problem} />
      {approved && <Button busy={busy} onClick={() => void send()}>{t('standards.next_version')}</Button>}
      {approved && <Button onClick={() => setRepealing(true)}>{t('standards.repeal')}</Button>}
      <Button onClick={() => print()}>{t('standards.print')}</Button>
      {repealing && (
        <Dialog title={t('standards.repeal')} open onClose={() => setRepealing(false)}>
          <OrderForm action={t('standards.repeal')} kind="danger" from={t('standards.repeal_from')} onSend={(order, from, key) => repeal(standard.id, order, from, key)}
            onDone={() => { setRepealing(false); refresh(); }} />
        </Dialog>
      )}
    </>
  );
}

function Body({ standard }: { standard: Standard }) {
  const shown = standard.versions.find(({ stage }) => stage === 'in_force') ?? standard.versions[0];
  const version = useQuery({ queryKey: ['standards', 'version', shown?.id], queryFn: () => getVersion(shown?.id ?? ''), enabled: !!shown });
  const work = useWork(standard.practice);
  return (
    <div class="stack">
      {standard.repealed_by && standard.repealed_from && (
        <p class="standard-banner">{t('standards.repealed_on', { day: formatDay(standard.repealed_from), number: standard.repealed_by.number })}</p>
      )}
      <Versions standard={standard} />
      <Loaded query={version}>
        {(loaded) => <><VersionText content={loaded.content} work={work} /><Waivers standard={standard.id} statements={loaded.content.statements} /></>}
      </Loaded>
      <Adoptions standard={standard} />
    </div>
  );
}

/** A standard through all its versions. */
export default function StandardPage() {
  const { standard = '' } = useRoute().params;
  const found = useQuery({ queryKey: ['standards', 'one', standard], queryFn: () => getStandard(standard) });
  const { data } = found;
  const lead = data && <>{data.code} · {data.practice ? <a href={`/practices/${data.practice}`}>{titleOf(data.subject)}</a> : titleOf(data.subject)}</>;
  return (
    <Page title={titleOf(data?.title) || t('standards.standard')} lead={lead} crumbs={[{ href: '/standards', label: t('standards.title') }]} actions={data && <Actions standard={data} />}>
      <Loaded query={found}>{(loaded) => <Body standard={loaded} />}</Loaded>
    </Page>
  );
}
