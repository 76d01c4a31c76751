import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { Button } from '../../../ui/Button';
import { Select } from '../../../ui/Select';
import { Table } from '../../../ui/Table';
import { Tag, type Tone } from '../../../ui/Tag';
import type { District, MapFeature, MapReport } from '../api';
import { OutlinePreview } from './OutlinePreview';
import { Figures } from './UploadForm';

const shown = 200;
/** A longer list is no help: the file holds more than this region. */
const mostChoices = 300;
const tones: Record<MapFeature['outcome'], Tone> = { wrong: 'danger', added: 'good', changed: 'info', unchanged: 'neutral', unknown: 'warning' };
const order = Object.keys(tones);

export interface MapReportProps {
  report: MapReport;
  districts: readonly District[];
  assigned: ReadonlyMap<number, string>;
  checked: boolean;
  busy: boolean;
  onProperty(property: string): void;
  /** Without a code the feature is what its name says again. */
  onAssign(feature: number, code: string | null): void;
  onWrite(): void;
}

export function MapReportView({ report, districts, assigned, checked, busy, onProperty, onAssign, onWrite }: MapReportProps) {
  const titles = new Map(districts.map((each) => [each.id, each.title]));
  const count = (...outcomes: MapFeature['outcome'][]) => report.features.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const toWrite = count('added', 'changed');
  const figures = [
    { label: t(checked ? 'network.map.would_outline' : 'network.map.outlined'), value: formatNumber(toWrite) },
    { label: t('network.import.unchanged'), value: formatNumber(count('unchanged')) },
    { label: t('network.map.lacking'), value: formatNumber(report.lacking.length) },
    { label: t('network.map.wrong'), value: formatNumber(count('wrong')), wrong: count('wrong') > 0 },
  ];
  return (
    <>
      <section class="card" aria-labelledby="map-result">
        <div role="status">
          <h2 id="map-result">{t(checked ? 'network.import.checked' : 'network.import.done')}</h2>
        </div>
        <Figures figures={figures} />
        {checked && report.properties.length > 1 && (
          <div class="filters">
            <Select name="property" label={t('network.map.property')} hint={t('network.map.property_hint')} required value={report.property} choices={report.properties.map((each) => ({ value: each, label: each }))} onChange={onProperty} />
          </div>
        )}
        {report.preview && report.preview.features.length > 0 && <OutlinePreview map={report.preview} title={(id) => titles.get(id) ?? ''} />}
        {report.points_after < report.points_before && <p class="muted">{t('network.map.points', { before: formatNumber(report.points_before), after: formatNumber(report.points_after) })}</p>}
        {checked ? (
          <div class="page-actions">
            {toWrite > 0 && <Button kind="primary" busy={busy} onClick={onWrite}>{t('network.map.write', { count: toWrite })}</Button>}
            <span class="muted beside">{t(toWrite > 0 ? 'network.map.write_hint' : 'network.import.nothing')}</span>
          </div>
        ) : (
          <p><a href="/">{t('network.map.look')}</a></p>
        )}
      </section>
      {checked && report.lacking.length > 0 && <Lacking report={report} districts={districts} assigned={assigned} onAssign={onAssign} />}
      <Features report={report} titles={titles} assigned={checked ? assigned : new Map()} onAssign={onAssign} />
    </>
  );
}

function Lacking({ report, districts, assigned, onAssign }: Pick<MapReportProps, 'report' | 'districts' | 'assigned' | 'onAssign'>) {
  const free = report.features.filter(({ outcome, number }) => outcome === 'unknown' && !assigned.has(number));
  const lacking = districts.filter(({ id }) => report.lacking.includes(id));
  return (
    <section class="card" aria-labelledby="map-lacking">
      <h2 id="map-lacking">{t('network.map.lacking')}</h2>
      <p class="muted">{t(free.length > 0 && free.length <= mostChoices ? 'network.map.lacking_choose' : 'network.map.lacking_tiles')}</p>
      {free.length > 0 && free.length <= mostChoices ? (
        <div class="filters">
          {lacking.map((district) => (
            <Select
              key={district.id}
              name={`district-${district.code}`}
              label={district.title}
              required
              empty={t('network.map.nothing_chosen')}
              value=""
              choices={free.map(({ number, name }) => ({ value: String(number), label: name || t('network.map.feature', { number }) }))}
              onChange={(number) => number && onAssign(Number(number), district.code)}
            />
          ))}
        </div>
      ) : (
        <p>{lacking.map(({ title }) => title).join(', ')}</p>
      )}
    </section>
  );
}

type FeaturesProps = Pick<MapReportProps, 'report' | 'assigned' | 'onAssign'> & { titles: ReadonlyMap<string, string> };

/** First what asks for a look; what fits as it should is folded away. */
function Features({ report, titles, assigned, onAssign }: FeaturesProps) {
  const sorted = [...report.features].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.number - b.number);
  const doubtful = (each: MapFeature) => each.outcome === 'wrong' || each.outcome === 'unknown' || assigned.has(each.number);
  const rows = sorted.filter(doubtful);
  const found = sorted.filter((each) => !doubtful(each));
  return (
    <section class="stack" aria-labelledby="map-features">
      <h2 id="map-features">{t('network.map.features')}</h2>
      {rows.length > 0 && <FeatureTable caption={t('network.map.doubtful')} rows={rows} titles={titles} assigned={assigned} onAssign={onAssign} />}
      {found.length > 0 && (
        <details class="found">
          <summary>{t('network.map.found', { count: found.length })}</summary>
          <FeatureTable caption={t('network.map.found', { count: found.length })} rows={found} titles={titles} assigned={assigned} onAssign={onAssign} />
        </details>
      )}
    </section>
  );
}

function FeatureTable({ caption, rows, titles, assigned, onAssign }: Omit<FeaturesProps, 'report'> & { caption: string; rows: readonly MapFeature[] }) {
  return (
    <>
      <Table
        caption={caption}
        columns={[
          { key: 'name', title: t('network.map.in_file'), weight: 'main', cell: (each) => each.name || t('network.map.feature', { number: each.number }) },
          {
            key: 'district', title: t('network.district'),
            cell: (each) => (
              <div>
                {titles.get(each.district ?? '') ?? '—'}
                {assigned.has(each.number) && <Button kind="quiet" name={t('network.map.undo_name', { name: each.name })} onClick={() => onAssign(each.number, null)}>{t('network.map.undo')}</Button>}
              </div>
            ),
          },
          {
            key: 'outcome', title: t('network.map.outcome'),
            cell: (each) => (
              <div>
                <Tag tone={tones[each.outcome]}>{t(`network.map.outcome.${each.outcome}`)}</Tag>
                {each.text && <p class="reason">{each.text}</p>}
              </div>
            ),
          },
        ]}
        rows={rows.slice(0, shown)}
        rowKey={(each) => String(each.number)}
        empty={null}
      />
      {rows.length > shown && <p class="muted">{t('network.map.more', { count: rows.length - shown })}</p>}
    </>
  );
}
