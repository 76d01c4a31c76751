import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { compareVersions, readPractice, type VersionSummary, type WordedDifference } from '../api';
import { Loaded } from '../../../ui/Loaded';
import { placeText, wordOf } from '../model/words';
import '../components/Practices.css';

function bySection(differences: readonly WordedDifference[]): [string, WordedDifference[]][] {
  const out = new Map<string, WordedDifference[]>();
  for (const each of differences) out.set(each.difference.section, [...(out.get(each.difference.section) ?? []), each]);
  return [...out];
}

function One({ from, to, each: { difference, text } }: { from: string; to: string; each: WordedDifference }) {
  const { kind, section, field, before, after } = difference;
  const sides = kind === 'changed' && section !== 'files';
  const place = placeText(difference);
  return (
    <li class={difference.kind}>
      {sides ? (
        <>
          <span class="report-place">{place}</span>
          <div class="compare-pair">
            <div><span class="visually-hidden">{from}: </span>{before}</div>
            <div><span class="visually-hidden">{to}: </span>{after}</div>
          </div>
        </>
      ) : field && (kind === 'added' || kind === 'removed') ? (
        <>
          <span class="report-place">{place}</span>
          <span>{t(`practices.${kind}`, { text: kind === 'added' ? after : before })}</span>
        </>
      ) : <span>{text}</span>}
    </li>
  );
}

function Result({ practice, from, to }: { practice: string; from: string; to: string }) {
  const found = useQuery({ queryKey: ['practices', practice, 'compare', from, to], queryFn: () => compareVersions(practice, from, to) });
  return (
    <Loaded query={found}>
      {({ items }) => items.length === 0 ? <EmptyState title={t('practices.same')} /> : (
        <>
          <p role="status">{t('practices.differences', { count: items.length })}</p>
          {bySection(items).map(([section, list]) => (
            <section class="card" key={section}>
              <h2>{wordOf('section', section.replace(/^needs\./, 'needs_'))}</h2>
              <ul class="report-list">{list.map((each, index) => <One key={index} each={each} from={from} to={to} />)}</ul>
            </section>
          ))}
        </>
      )}
    </Loaded>
  );
}

function Choice({ practice, versions, from, to }: { practice: string; versions: readonly VersionSummary[]; from: string; to: string }) {
  const { route } = useLocation();
  const go = (a: string, b: string) => route(`/practices/${practice}/compare?from=${a}&to=${b}`, true);
  const choices = versions.map(({ version }) => ({ value: version, label: version }));
  return (
    <div class="filters">
      <Select label={t('practices.was')} name="from" required value={from} choices={choices} onChange={(value) => go(value, to)} />
      <Select label={t('practices.became')} name="to" required value={to} choices={choices} onChange={(value) => go(from, value)} />
    </div>
  );
}

/** Two versions side by side, section by section. */
export default function ComparePage() {
  const { practice = '' } = useRoute().params;
  const { query } = useLocation();
  const family = useQuery({ queryKey: ['practices', practice, 'versions'], queryFn: () => readPractice(practice) });
  const versions = family.data?.versions ?? [];
  const to = query.to ?? versions[0]?.version ?? '';
  const from = query.from ?? versions[1]?.version ?? to;
  const title = titleOf(family.data?.titles);
  return (
    <Page title={t('practices.compare')} lead={title} crumbs={[{ href: '/practices', label: t('practices.title') }, { href: `/practices/${practice}`, label: title || t('practices.practice') }]}>
      <Loaded query={family}>
        {() => <><Choice practice={practice} versions={versions} from={from} to={to} />{from && to && <Result practice={practice} from={from} to={to} />}</>}
      </Loaded>
    </Page>
  );
}
