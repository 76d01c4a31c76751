import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { demand, measured, servicesOf, type Statement, type Work } from '../../../lib/statement';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { getDifference, getStandard, type Change } from '../api';
import { StageTag } from '../components/StageTag';
import { useWork } from '../components/VersionText';
import '../components/Standards.css';
import { byPart, partTitle } from '../model/parts';
import { wordDifference } from '../model/words';

/** A statement as the words in which it is read, so that its numbers are compared in their sentence. */
function sentence(work: Work, statement: Statement): string {
  const services = statement.kind === 'presence' ? '' : t('practices.demand.services', { services: servicesOf(work, statement) });
  return [titleOf(statement.title), demand(work, statement), services, measured(statement), titleOf(statement.idea)].filter(Boolean).join('\n');
}

function Row({ change, work }: { change: Change; work: Work }) {
  const before = change.statement_before ? sentence(work, change.statement_before) : titleOf(change.before);
  const after = change.statement_after ? sentence(work, change.statement_after) : titleOf(change.after);
  const pieces = wordDifference(before, after);
  return (
    <li class="standard-comment">
      <p><strong>{change.address && t('standards.clause', { address: change.address })}</strong> <span class="muted">{t(`standards.change.${change.kind}`)}</span></p>
      <div class="standard-pair">
        <div><span class="visually-hidden">{t('standards.before')}: </span>{pieces.filter(({ kind }) => kind !== 'added').map((each, at) => (each.kind === 'same' ? each.text : <del key={at}>{each.text}</del>))}</div>
        <div><span class="visually-hidden">{t('standards.after')}: </span>{pieces.filter(({ kind }) => kind !== 'removed').map((each, at) => (each.kind === 'same' ? each.text : <ins key={at}>{each.text}</ins>))}</div>
      </div>
    </li>
  );
}

function Changes({ standard, changes }: { standard: string; changes: readonly Change[] }) {
  const family = useQuery({ queryKey: ['standards', 'one', standard], queryFn: () => getStandard(standard) });
  const work = useWork(family.data?.practice);
  if (changes.length === 0) return <EmptyState title={t('standards.same')} />;
  return (
    <>
      {byPart(changes).map(([part, list]) => (
        <section class="card stack" key={part}>
          <h2>{partTitle(part)}</h2>
          <ul class="stack">{list.map((each) => <Row key={each.id + each.part} change={each} work={work} />)}</ul>
        </section>
      ))}
    </>
  );
}

/** Two versions side by side, part by part, with the words that changed. */
export default function DifferencePage() {
  const { version = '' } = useRoute().params;
  const from = useLocation().query.from ?? null;
  const found = useQuery({ queryKey: ['standards', 'difference', version, from], queryFn: () => getDifference(version, from) });
  const { data } = found;
  const crumbs = [{ href: '/standards', label: t('standards.title') }, ...(data ? [{ href: `/standards/${data.standard}`, label: data.code }] : [])];
  return (
    <Page title={t('standards.what_changed')} crumbs={crumbs}>
      <Loaded query={found}>
        {({ standard, before, after, changes }) => (
          <div class="stack">
            <p>
              {t('standards.version', { number: before.ordinal })} <StageTag version={before} /> → <a href={`/standards/versions/${after.id}`}>{t('standards.version', { number: after.ordinal })}</a>{' '}
              <StageTag version={after} />
            </p>
            <Changes standard={standard} changes={changes} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
