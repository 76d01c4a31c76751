import { useDistricts } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { address, asProblem } from '../../../lib/api';
import { can, regionDay } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { SaveAs } from '../../../ui/SaveAs';
import { formatDayLong } from '../../../lib/dates';
import { CellSheet } from '../components/CellSheet';
import { DayBar } from '../components/DayBar';
import { FilterBar } from '../components/FilterBar';
import { Failure } from '../../../ui/Loaded';
import { MatrixCard } from '../components/MatrixCard';
import { MatrixFilter, MatrixLegend } from '../components/MatrixLegend';
import { PrintButton } from '../components/PrintButton';
import { RolloutTabs } from '../components/RolloutTabs';
import '../components/Rollout.css';
import { Waiting } from '../../../ui/Progress';
import { countsOf, filtered, type Board } from '../model/board';
import { usePlace, type Place, type PlaceControl } from '../model/place';
import { useBoard, useKept } from '../model/use_board';
import { colours, keeping } from '../components/matrix_model';

/** The rollout in one picture: every centre by every practice, as of any day; how far it is, or how the standard is kept. */
export default function MatrixPage() {
  const control = usePlace();
  const { place } = control;
  const { board, error, refetch, isFetching } = useBoard(place.day);
  const standard = place.view === 'standard';
  const kept = useKept(board, place.day, standard);
  const fault = error ?? (standard ? kept.error : null);
  const bad = place.day && fault && asProblem(fault).status === 422;
  const shown = standard ? kept.kept : board;
  const retry = () => void Promise.all([refetch(), standard && kept.refetch()]);
  return (
    <Page title={t('rollout.title')} actions={<PrintButton />}>
      <RolloutTabs current={place.view} matrix={{ rollout: control.href({ view: 'rollout', colour: null }), standard: control.href({ view: 'standard', colour: null }) }} />
      <DayBar day={place.day} today={regionDay()} busy={isFetching || (standard && kept.isFetching)} onChange={(day) => control.go({ day })} />
      {fault && !bad ? <Failure error={fault} onRetry={retry} /> : !shown ? <Waiting waiting /> : <Body board={shown} control={control} />}
      <CellSheet at={place.cell} day={place.day} onClose={() => control.go({ cell: null })} />
    </Page>
  );
}

function Body({ board, control }: { board: Board; control: PlaceControl }) {
  const districts = useDistricts();
  const { place } = control;
  const standard = place.view === 'standard';
  const everything = board.cells.every((row) => row.every((cell) => cell === null));
  if (everything) return standard ? <EmptyState title={t('rollout.nothing_kept')} detail={t('rollout.nothing_kept_detail')} /> : <NoOrders />;
  const counted = filtered(board, { ...place, colour: null });
  const day = formatDayLong(place.day ?? regionDay());
  const caption = standard ? t('rollout.kept_on', { day }) : t('rollout.matrix_on', { day });
  const shades = standard ? keeping : colours;
  return (
    <div class="stack matrix-page">
      <div class="print-only">
        <h2>{caption}</h2>
        <MatrixLegend of={shades} />
      </div>
      <FilterBar place={place} practices={board.practices} districts={districts.data ?? []} onChange={control.go} />
      <MatrixFilter of={shades} counts={countsOf(counted)} chosen={place.colour} onChoose={(colour) => control.go({ colour })} />
      <MatrixCard board={filtered(board, place)} control={control} caption={caption} />
      {standard ? <KeptFile place={place} /> : <Files place={place} />}
    </div>
  );
}

function Files({ place }: { place: Place }) {
  return (
    <>
      <SaveAs
        label={t('rollout.save_matrix')}
        what={t('rollout.matrix')}
        at={(format) => address('/matrix/export', { query: { day: place.day, practices: place.practices.join(','), district: place.district, format } })}
      />
      <SaveAs label={t('rollout.save_adoptions')} what={t('rollout.adoptions')} at={(format) => address('/adoptions/export', { query: { format } })} />
      {can('rollout.order') && <SaveAs label={t('rollout.save_attention')} what={t('rollout.attention')} at={(format) => address('/attention/export', { query: { format } })} />}
    </>
  );
}

function KeptFile({ place }: { place: Place }) {
  return (
    <SaveAs
      label={t('rollout.save_matrix')}
      what={t('rollout.kept')}
      at={(format) => address('/verdicts/matrix/export', { query: { day: place.day, practices: place.practices.join(','), district: place.district, format } })}
    />
  );
}

export function NoOrders() {
  return (
    <EmptyState
      title={t('rollout.no_orders')}
      detail={t('rollout.no_orders_detail')}
      action={
        can('rollout.order') && (
          <span class="form-actions">
            <a class="button primary" href="/rollout/campaigns/new">
              {t('rollout.campaign.new')}
            </a>
            <a class="button" href="/rollout/import">
              {t('rollout.import')}
            </a>
          </span>
        )
      }
    />
  );
}
