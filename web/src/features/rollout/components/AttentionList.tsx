import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { casesOf } from '../model/board';
import './Matrix.css';
import { MatrixSign } from './MatrixSign';
import type { MatrixCell, MatrixData } from './matrix_model';

export interface AttentionListProps {
  data: MatrixData;
  href(centre: number, practice: number): string;
  limit?: number;
  /** Where the rest is. */
  all?: string;
}

function detail(cell: MatrixCell): string {
  if (cell.colour === 'lapsed') return cell.since ? t('rollout.since', { day: formatDay(cell.since) }) : '';
  if (cell.colour === 'late_forecast' && cell.forecast) return t('rollout.cell.forecast', { day: formatDay(cell.forecast) });
  return cell.deadline ? t('rollout.due', { day: formatDay(cell.deadline) }) : '';
}

/** The phone's view of the matrix, and the list beside the map: only what asks for a decision. */
export function AttentionList({ data, href, limit = 50, all }: AttentionListProps) {
  const cases = casesOf(data);
  if (cases.length === 0) return <EmptyState title={t('rollout.nothing_late')} />;
  return (
    <>
      <ul class="attention">
        {cases.slice(0, limit).map(({ cell, centre, practice }) => (
          <li key={`${centre}-${practice}`}>
            <a href={href(centre, practice)}>{data.practices[practice]?.title}</a>
            <span class={`attention-state ${cell.colour}`}>
              <MatrixSign colour={cell.colour} />
              {t(`rollout.colour.${cell.colour}`)}
            </span>
            <span class="attention-centre">{data.centres[centre]?.title}</span>
            <span class="attention-due">{detail(cell)}</span>
          </li>
        ))}
      </ul>
      {all && cases.length > limit && (
        <p class="attention-all">
          <a href={all}>{t('rollout.attention_all', { count: cases.length })}</a>
        </p>
      )}
    </>
  );
}
