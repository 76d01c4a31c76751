import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { casesOf } from '../model/board';
import './Matrix.css';
import { MatrixSign } from './MatrixSign';
import { shortTitle, stoppedInSpite, unjudgedWords, type Chosen, type MatrixCell, type MatrixData } from './matrix_model';

export interface AttentionListProps {
  data: MatrixData;
  href(centre: number, practice: number): string;
  limit?: number;
  /** Of these colours; without them, all that asks for a decision. */
  colour?: Chosen | null;
  /** Where the rest is; without an address it is added to the list. */
  all?: string;
}

function detail(cell: MatrixCell): string {
  if (cell.score) {
    const { met, judged } = cell.score;
    return [...(judged ? [t('rollout.score', { met, judged })] : []), ...unjudgedWords(cell.colour, cell.score)].join(', ');
  }
  if (cell.colour === 'lapsed') return cell.since ? t('rollout.since', { day: formatDay(cell.since) }) : '';
  if (cell.colour === 'late_forecast' && cell.forecast) return t('rollout.cell.forecast', { day: formatDay(cell.forecast) });
  return cell.deadline ? t('rollout.due', { day: formatDay(cell.deadline) }) : '';
}

/** The phone's view of the matrix, and the list beside the map: only what asks for a decision. */
export function AttentionList({ data, href, limit = 50, colour, all }: AttentionListProps) {
  const cases = casesOf(data, colour);
  const [more, setMore] = useState(0);
  const shown = limit + more;
  if (cases.length === 0) return <EmptyState title={colour ? t('rollout.nothing_found') : t('rollout.nothing_late')} />;
  return (
    <>
      <ul class="attention">
        {cases.slice(0, shown).map(({ cell, centre, practice }) => (
          <li key={`${centre}-${practice}`}>
            <a href={href(centre, practice)}>{shortTitle(data.practices[practice]?.title ?? '')}</a>
            <span class={`attention-state ${cell.colour}`}>
              <MatrixSign colour={cell.colour} />
              {stoppedInSpite(cell) ? t('rollout.stopped_in_spite') : t(`rollout.colour.${cell.colour}`)}
            </span>
            <span class="attention-centre">{data.centres[centre]?.title}</span>
            <span class={`attention-due ${cell.score ? 'score' : ''}`}>{detail(cell)}</span>
          </li>
        ))}
      </ul>
      {cases.length > shown && (
        <p class="attention-all">
          {all ? (
            <a href={all}>{t('rollout.attention_all', { count: cases.length })}</a>
          ) : (
            <Button onClick={() => setMore(more + limit)}>{t('ui.show_more')}</Button>
          )}
        </p>
      )}
    </>
  );
}
