// The grid on a desk, the list of troubles on a phone: both over the same filtered cells.
import { useLocation } from 'preact-iso';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { addressOf, type Board } from '../model/board';
import type { PlaceControl } from '../model/place';
import { useNarrow } from '../model/use_narrow';
import { AttentionList } from './AttentionList';
import { Matrix } from './Matrix';

export interface MatrixCardProps {
  board: Board;
  control: PlaceControl;
  caption: string;
}

export function MatrixCard({ board, control, caption }: MatrixCardProps) {
  const { route } = useLocation();
  const narrow = useNarrow();
  const standard = control.place.view === 'standard';
  /** Where a requirement falls short is read on a page of its own, beside its rows. */
  const verdictsAt = (centre: number, practice: number) => {
    const at = addressOf(board, centre, practice);
    return `/verdicts/${at.practice}/${at.organisation}${control.place.day ? `?day=${control.place.day}` : ''}`;
  };
  const openCell = (centre: number, practice: number) => {
    if (!board.cells[centre]?.[practice]) return;
    if (standard) route(verdictsAt(centre, practice));
    else control.go({ cell: addressOf(board, centre, practice) });
  };
  if (board.centres.length === 0 || board.practices.length === 0) {
    return <EmptyState title={t('rollout.nothing_found')} detail={t('rollout.nothing_found_detail')} />;
  }
  if (narrow) return <AttentionList data={board} href={(centre, practice) => (standard ? verdictsAt(centre, practice) : control.href({ cell: addressOf(board, centre, practice) }))} limit={30} colour={control.place.colour} />;
  return (
    <Matrix
      caption={caption}
      data={board}
      lit={control.place.colour}
      onOpenCell={openCell}
      onOpenCentre={(centre) => route(`/rollout/centres/${board.centres[centre]?.id}`)}
      onOpenPractice={(practice) => route(standard ? `/verdicts?practice=${board.practices[practice]?.id}` : `/rollout/practices/${board.practices[practice]?.id}`)}
    />
  );
}
