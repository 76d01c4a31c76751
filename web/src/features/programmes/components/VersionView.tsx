import { Fragment, type ComponentChildren } from 'preact';
import { formatDay } from '../../../lib/dates';
import { titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Table, type Column } from '../../../ui/Table';
import { Tag, type Tone } from '../../../ui/Tag';
import type { Line, Mark, Reason, Version } from '../api';
import { reasonWords, volumeWords } from '../model/words';

const tones: Record<Version['state'], Tone> = { draft: 'warning', coming: 'info', in_force: 'good', past: 'neutral' };
export function StateTag({ version }: { version: Version }) {
  return <Tag tone={tones[version.state]}>{t(`programmes.version.${version.state}`)}</Tag>;
}

const outcomeTones: Record<Mark['outcome'], Tone> = { fulfilled: 'good', partly: 'warning', unfulfilled: 'danger' };

interface ViewProps {
  version: Version;
  marks: readonly Mark[];
  reasons: readonly Reason[] | undefined;
}

/** A version as it is read: terms, services, and whether they were fulfilled. */
export function VersionView({ version, marks, reasons }: ViewProps) {
  const services = useServices();
  const { content } = version;
  const known = (id: string) => services.data?.find((each) => each.id === id);
  const facts: [string, ComponentChildren][] = [
    [t('programmes.form'), t(`programmes.form.${content.form}`)],
    [t('programmes.in_force_days'), `${formatDay(content.since)} – ${formatDay(version.last_on)}`],
    [t('programmes.review_on'), formatDay(content.review_on ?? content.until)],
    ...(content.care_level ? [[t('programmes.care_level'), content.care_level] as [string, ComponentChildren]] : []),
    ...(content.providers.length > 0 ? [[t('programmes.providers'), content.providers.join('; ')] as [string, string]] : []),
    ...(content.conditions ? [[t('programmes.conditions'), content.conditions] as [string, string]] : []),
    ...(content.accompaniment.length > 0 ? [[t('programmes.accompaniment'), content.accompaniment.map(({ kind, measure, agency }) => [kind, measure, agency].filter(Boolean).join(': ')).join('; ')] as [string, string]] : []),
    ...(version.reason ? [[t('programmes.why'), version.reason] as [string, string]] : []),
    [t('programmes.written_by'), [formatDay(version.recorded_on), version.recorded_by].filter(Boolean).join(', ')],
    ...(version.approved_on ? [[t('programmes.approved_by'), [formatDay(version.approved_on), version.approved_by].filter(Boolean).join(', ')] as [string, string]] : []),
  ];
  const columns: Column<Line>[] = [
    { key: 'service', title: t('programmes.service'), weight: 'main', cell: (row) => <>{titleOf(known(row.service)?.titles)}{row.note && <div class="muted">{row.note}</div>}</> },
    { key: 'volume', title: t('programmes.volume'), cell: (row) => volumeWords(row) },
    ...(content.care_level ? [{ key: 'minutes', title: t('programmes.minutes'), align: 'end' as const, cell: (row: Line) => row.weekly_minutes ?? '—' }] : []),
    { key: 'term', title: t('programmes.line_term'), weight: 'minor', cell: (row) => (row.since || row.until ? `${formatDay(row.since ?? content.since)} – ${formatDay(row.until ?? content.until)}` : t('programmes.whole_term')) },
    {
      key: 'mark', title: t('programmes.fulfilment'),
      cell: (row) => {
        const mark = marks.find((each) => each.service === row.service);
        return mark ? <><Tag tone={outcomeTones[mark.outcome]}>{t(`programmes.outcome.${mark.outcome}`)}</Tag> {formatDay(mark.day)}{(mark.reason || mark.note) && <div class="muted">{[reasonWords(reasons, 'unfulfilled', mark.reason), mark.note].filter(Boolean).join('. ')}</div>}</> : '—';
      },
    },
  ];
  return (
    <div class="stack">
      <section class="card" aria-label={t('programmes.terms')}>
        <dl class="facts-list">{facts.map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
      </section>
      <Table caption={t('programmes.services')} rows={content.lines} rowKey={(row) => row.service} columns={columns} empty={null} />
    </div>
  );
}
