import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { formatDay, formatInstant } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getScale, type Scale } from '../api';
import { Preview } from '../components/Preview';
import '../components/Scales.css';

function About({ scale }: { scale: Scale }) {
  const lines: [string, string | undefined][] = [
    [t('scales.code'), scale.code],
    [t('scales.source'), scale.source && titleOf(scale.source)],
    [t('scales.wording'), scale.wording && titleOf(scale.wording)],
  ];
  return (
    <section class="card" aria-label={t('scales.about')}>
      <h2>{t('scales.about')}</h2>
      <dl class="facts-list">
        {lines.filter(([, words]) => words).map(([label, words]) => [<dt key={label}>{label}</dt>, <dd key={`${label} words`}>{words}</dd>])}
      </dl>
    </section>
  );
}

function Versions({ scale }: { scale: Scale }) {
  return (
    <section class="stack" aria-label={t('scales.versions')}>
      <h2>{t('scales.versions')}</h2>
      <Table
        caption={t('scales.versions')}
        rows={scale.versions}
        rowKey={(row) => String(row.version)}
        empty={null}
        columns={[
          { key: 'version', title: t('scales.version'), weight: 'main', cell: (row) => <a href={`/scales/${scale.id}?version=${row.version}`}>{row.version}</a> },
          { key: 'from', title: t('scales.valid_from'), cell: (row) => (row.author ? formatDay(row.valid_from) : t('scales.since_ever')) },
          { key: 'who', title: t('scales.author'), cell: (row) => row.author ?? t('scales.shipped') },
          { key: 'when', title: t('scales.published_at'), weight: 'minor', cell: (row) => formatInstant(row.published_at) },
        ]}
      />
    </section>
  );
}

export default function ScalePage() {
  const id = useRoute().params.scale ?? '';
  const version = Number(useLocation().query.version) || undefined;
  const scale = useQuery({ queryKey: ['scales', id, version ?? 0], queryFn: () => getScale(id, version) });
  return (
    <Page
      title={scale.data ? titleOf(scale.data.titles) : t('scales.scale')}
      crumbs={[{ href: '/scales', label: t('scales.title') }]}
      lead={
        scale.data && (
          <>
            {t('scales.version_number', { version: scale.data.version })} {scale.data.in_force ? <Tag tone="good">{t('scales.in_force')}</Tag> : <Tag>{t('scales.not_in_force')}</Tag>}
          </>
        )
      }
      actions={can('scales.write') && <a class="button primary" href={`/scales/${id}/edit`}>{t('scales.new_version')}</a>}
    >
      <Loaded query={scale}>
        {(loaded) => (
          <>
            <About scale={loaded} />
            <Preview key={`${loaded.id} ${loaded.version}`} sheet={loaded.sheet} />
            <Versions scale={loaded} />
            <details class="card">
              <summary>{t('scales.description')}</summary>
              <pre class="scale-description" tabIndex={0}>{loaded.description}</pre>
            </details>
          </>
        )}
      </Loaded>
    </Page>
  );
}
