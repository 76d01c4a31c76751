import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import './Matrix.css';
import { MatrixSign } from './MatrixSign';
import { troubles, type MatrixData } from './matrix_model';

export interface AttentionListProps {
  data: MatrixData;
  href(centre: number, practice: number): string;
  limit?: number;
}

/** The phone's view of the matrix, and the list beside the map: only what asks for a decision. */
export function AttentionList({ data, href, limit = 50 }: AttentionListProps) {
  const items = data.cells
    .flatMap((row, centre) => row.map((cell, practice) => ({ cell, centre, practice })))
    .filter(({ cell }) => cell && troubles.includes(cell.colour))
    .sort(
      (a, b) =>
        troubles.indexOf(a.cell!.colour) - troubles.indexOf(b.cell!.colour) ||
        (a.cell!.deadline ?? '').localeCompare(b.cell!.deadline ?? ''),
    )
    .slice(0, limit);
  if (items.length === 0) return <EmptyState title={t('rollout.nothing_late')} />;
  return (
    <ul class="attention">
      {items.map(({ cell, centre, practice }) => (
        <li key={`${centre}-${practice}`}>
          <a href={href(centre, practice)}>{data.practices[practice]?.title}</a>
          <span class={`attention-state ${cell!.colour}`}>
            <MatrixSign colour={cell!.colour} />
            {t(`rollout.colour.${cell!.colour}`)}
          </span>
          <span class="attention-centre">{data.centres[centre]?.title}</span>
          {cell!.deadline && <span class="attention-due">{t('rollout.due', { day: formatDay(cell!.deadline) })}</span>}
        </li>
      ))}
    </ul>
  );
}
