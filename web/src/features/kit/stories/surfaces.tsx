import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { Sheet } from '../../../ui/Dialog';
import { Page } from '../../../ui/Page';
import { Frame as FramePart } from '../../../app/Shell';
import { everyItem } from '../../../app/navigation';
import { AttentionList as AttentionListPart } from '../../rollout/components/AttentionList';
import { Matrix as MatrixPart } from '../../rollout/components/Matrix';
import { MatrixLegend } from '../../rollout/components/MatrixLegend';
import { RegionMap as RegionMapPart } from '../../rollout/components/RegionMap';
import { cellWords, type Place } from '../../rollout/components/matrix_model';
import { boundaries, districts, matrix } from '../samples/rollout';

/** The page of all stories holds a corner of it: a check of every cell in every scheme would take minutes. */
const corner = {
  centres: matrix.centres.slice(0, 5),
  practices: matrix.practices.slice(0, 6),
  cells: matrix.cells.slice(0, 5).map((row) => row.slice(0, 6)),
};

export function Matrix() {
  const shown = new URLSearchParams(location.search).has('story') ? matrix : corner;
  const [opened, setOpened] = useState<Place | null>(null);
  const title = opened && [matrix.centres[opened.row]?.title, matrix.practices[opened.column]?.title].filter(Boolean).join(' · ');
  return (
    <>
      <MatrixLegend />
      <MatrixPart
        caption={t('kit.matrix')}
        data={shown}
        onOpenCell={(row, column) => setOpened({ row, column })}
        onOpenCentre={(row) => setOpened({ row, column: -1 })}
        onOpenPractice={(column) => setOpened({ row: -1, column })}
        onSelect={() => undefined}
      />
      <Sheet title={title ?? ''} open={opened !== null} onClose={() => setOpened(null)}>
        <p>{opened && opened.row >= 0 && opened.column >= 0 ? cellWords(matrix.cells[opened.row]?.[opened.column] ?? null) : t('kit.chosen', { what: title ?? '' })}</p>
      </Sheet>
    </>
  );
}

export function AttentionList() {
  return <AttentionListPart data={matrix} href={(centre, practice) => `/_kit?story=AttentionList&cell=${centre}-${practice}`} limit={5} />;
}

export function RegionMap() {
  const [chosen, setChosen] = useState<string | null>('d7');
  return <RegionMapPart title={t('kit.map')} districts={districts} boundaries={boundaries} chosen={chosen} onChoose={setChosen} />;
}

export function TileGrid() {
  const [chosen, setChosen] = useState<string | null>(null);
  return <RegionMapPart title={t('kit.map')} districts={districts} boundaries={null} chosen={chosen} onChoose={setChosen} />;
}

/** The whole desk: shown alone, because it fills the window. */
export function Frame() {
  return (
    <FramePart items={everyItem('coordinator')} path="/rollout">
      <Page title={t('kit.matrix')}>
        <section class="card">
          <h2>{t('kit.map')}</h2>
          <RegionMap />
        </section>
        <section class="card">
          <h2>{t('kit.attention')}</h2>
          <AttentionList />
        </section>
        <Matrix />
      </Page>
    </FramePart>
  );
}
