import { useQuery } from '@tanstack/preact-query';
import { useMemo, useState } from 'preact/hooks';
import { useDistricts, type District as DistrictRow } from '../../../lib/directory';
import { address } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can, regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { SaveAs } from '../../../ui/SaveAs';
import { getCoverage, getMap } from '../api';
import { AttentionList } from '../components/AttentionList';
import { CellSheet } from '../components/CellSheet';
import { DistrictList } from '../components/DistrictList';
import { Failure } from '../../../ui/Loaded';
import { MatrixCard } from '../components/MatrixCard';
import { MatrixFilter } from '../components/MatrixLegend';
import { RegionMap } from '../components/RegionMap';
import { coverageScale, shareScale } from '../components/region_model';
import '../components/Rollout.css';
import { Stat } from '../components/Stat';
import { totalsOf, voluntary } from '../components/matrix_model';
import { addressOf, countsOf, districtsOf, dueWithin, filtered, stepsOf, type Board, type Measure } from '../model/board';
import { shifted } from '../model/days';
import { usePlace, writePlace, nowhere, type PlaceControl } from '../model/place';
import type { Coverage } from '../model/types';
import { useBoard } from '../model/use_board';
import { useNarrow } from '../model/use_narrow';
import { NoOrders } from './MatrixPage';

/** In ten seconds: where the rollout lags, and what to do about it. */
export default function RegionPage() {
  const control = usePlace();
  const { board, error, refetch } = useBoard(null);
  return (
    <Page title={t('rollout.region.title')}>
      {error && !board ? <Failure error={error} onRetry={() => void refetch()} /> : !board ? <Waiting waiting /> : <Region board={board} control={control} />}
      <CellSheet at={control.place.cell} day={null} onClose={() => control.go({ cell: null })} />
    </Page>
  );
}

/** The year that ends today. */
function coverageDays() {
  const day = regionDay();
  return { from: shifted(day, -364), to: day };
}

function useCoverage() {
  const { from, to } = coverageDays();
  return useQuery({ queryKey: ['ledger', 'coverage', to], queryFn: () => getCoverage(from, to), staleTime: 60_000 });
}

function Region({ board, control }: { board: Board; control: PlaceControl }) {
  const districts = useDistricts();
  const coverage = useCoverage();
  const narrow = useNarrow();
  const shown = filtered(board, { district: control.place.district });
  if (board.cells.every((row) => row.every((cell) => cell === null))) return <NoOrders />;
  return (
    <div class="region-board">
      <Stats board={shown} district={control.place.district} coverage={coverage.data} />
      <div class="region-cards">
        <MapCard board={board} control={control} districts={districts.data ?? []} coverage={coverage.data} />
      </div>
      {!narrow && (
        <section class="card matrix-card">
          <div class="card-head">
            <h2>{t('rollout.matrix')}</h2>
            <a href={writePlace('/rollout', { ...nowhere, district: control.place.district, colour: control.place.colour })}>{t('rollout.full_screen')}</a>
          </div>
          <MatrixFilter counts={countsOf(shown)} chosen={control.place.colour} onChoose={(colour) => control.go({ colour })} />
          <MatrixCard board={filtered(shown, { colour: control.place.colour })} control={control} caption={t('rollout.matrix')} />
        </section>
      )}
    </div>
  );
}

function Stats({ board, district, coverage }: { board: Board; district: string | null; coverage: Coverage | undefined }) {
  const day = regionDay();
  const before = useBoard(shifted(day, -30)).board;
  const totals = totalsOf(board.cells.flat());
  const counts = countsOf(board);
  const own = voluntary(board.cells.flat().flatMap((cell) => cell ?? []));
  const past = before && totalsOf(filtered(before, { district }).cells.flat());
  const due = dueWithin(board, day, shifted(day, 30));
  const rows = coverage?.districts.filter((each) => !district || each.district === district);
  const people = rows && rows.reduce((sum, each) => sum + (each.people ?? 0), district ? 0 : (coverage?.residence_unknown ?? 0));
  const residents = rows?.reduce((sum, each) => sum + each.population, 0) ?? 0;
  const to = (colour: 'reached' | 'missed' | 'late_forecast') => writePlace('/rollout', { ...nowhere, district, colour });
  const told = (text: string) => (coverage?.rounded && people ? t('rollout.at_least', { count: text }) : text);
  const perThousand = people !== undefined && residents > 0 ? (people * 1000) / residents : null;
  return (
    <dl class="stats">
      <Stat
        title={t('rollout.stat.reached')}
        href={to('reached')}
        value={t('rollout.stat.of', { part: formatNumber(totals.reached), whole: formatNumber(totals.assigned) })}
        trend={past && { by: totals.reached - past.reached, good: 'up' }}
        note={own > 0 && t('rollout.stat.own', { count: own })}
      />
      <Stat
        title={t('rollout.stat.trouble')}
        href={to('missed')}
        value={formatNumber(totals.trouble)}
        trend={past && { by: totals.trouble - past.trouble, good: 'down' }}
      />
      <Stat
        title={t('rollout.stat.late_forecast')}
        href={to('late_forecast')}
        value={formatNumber(counts.get('late_forecast') ?? 0)}
        note={t('rollout.stat.due', { count: due })}
      />
      <Stat
        title={t('rollout.stat.people')}
        value={people === undefined ? '—' : told(formatNumber(people))}
        note={perThousand === null ? t('rollout.stat.year') : t('rollout.stat.per_thousand', { count: told(formatNumber(perThousand, 1)) })}
      />
    </dl>
  );
}

interface MapCardProps {
  board: Board;
  control: PlaceControl;
  districts: readonly DistrictRow[];
  coverage: Coverage | undefined;
}

function MapCard({ board, control, districts, coverage }: MapCardProps) {
  const [measure, setMeasure] = useState<Measure>('share');
  const [side, setSide] = useState<'attention' | 'districts'>('attention');
  const map = useQuery({ queryKey: ['network', 'map'], queryFn: getMap, staleTime: 300_000 });
  const rows = useMemo(() => districtsOf(districts, board, coverage, measure), [districts, board, coverage, measure]);
  const steps = () => stepsOf(rows.flatMap((row) => row.share ?? []));
  const scale = measure === 'share' ? shareScale() : coverageScale(steps(), coverage?.rounded ?? false);
  const { district } = control.place;
  const chosen = districts.find((each) => each.id === district);
  const shown = filtered(board, { district });
  const choose = (id: string | null) => control.go({ district: id });
  return (
    <>
      <section class="card">
        <div class="card-head">
          <h2>
            {t(`rollout.map.${measure}`)}
            {chosen && `: ${chosen.title}`}
          </h2>
          <div class="switch" role="group" aria-label={t('rollout.map.measure')}>
            {(['share', 'coverage'] as const).map((each) => (
              <Button key={each} aria-pressed={each === measure} onClick={() => setMeasure(each)}>
                {t(`rollout.map.${each}_short`)}
              </Button>
            ))}
          </div>
        </div>
        {districts.length > 0 && (
          <RegionMap
            title={t(`rollout.map.${measure}`)}
            districts={rows}
            boundaries={map.data?.features.length ? map.data : null}
            chosen={district}
            onChoose={choose}
            scale={scale}
            table="elsewhere"
          />
        )}
      </section>
      <section class="card">
        <div class="card-head">
          <h2>{side === 'attention' ? t('rollout.attention') : t('rollout.districts')}</h2>
          <div class="switch" role="group" aria-label={t('rollout.side')}>
            {(['attention', 'districts'] as const).map((each) => (
              <Button key={each} aria-pressed={each === side} onClick={() => setSide(each)}>
                {t(`rollout.side.${each}`)}
              </Button>
            ))}
          </div>
        </div>
        {chosen && (
          <p class="chosen-district" role="status">
            {t('rollout.only_district', { district: chosen.title })}
            <Button kind="quiet" onClick={() => choose(null)}>
              {t('rollout.whole_region')}
            </Button>
          </p>
        )}
        {side === 'attention' ? (
          <>
            <AttentionList
              data={shown}
              href={(centre, practice) => control.href({ cell: addressOf(shown, centre, practice) })}
              limit={7}
              all={writePlace('/rollout', { ...nowhere, district, colour: 'attention' })}
            />
            {can('rollout.order') && <SaveAs what={t('rollout.attention')} at={(format) => address('/attention/export', { query: { format } })} />}
          </>
        ) : (
          <>
            <DistrictList districts={rows} chosen={district} scale={scale} onChoose={(id) => choose(id === district ? null : id)} />
            <SaveAs label={t('rollout.save_coverage')} what={t('rollout.map.coverage')} at={(format) => address('/figures/coverage/export', { query: { ...coverageDays(), format } })} />
          </>
        )}
      </section>
    </>
  );
}
