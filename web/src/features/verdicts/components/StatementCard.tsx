import { useState } from 'preact/hooks';
import { formatDay, formatMonthLong, type Day } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatPercent } from '../../../lib/numbers';
import { Button } from '../../../ui/Button';
import type { CentreVerdicts, JudgedStatement, Verdict } from '../api';
import { subjectOf } from '../model/subject';
import { excluded, missing, share, sum } from '../model/words';
import { Rows } from './Rows';
import { VerdictSign } from './VerdictSign';
import './Verdicts.css';

export function periodName({ first, last }: { first: Day; last: Day }): string {
  if (first.slice(0, 7) === last.slice(0, 7)) return formatMonthLong(first);
  if (first.slice(5) === '01-01' && last.slice(5) === '12-31') return t('verdicts.year', { year: first.slice(0, 4) });
  return t('verdicts.quarter', { quarter: Math.ceil(Number(first.slice(5, 7)) / 3), year: first.slice(0, 4) });
}

/** One requirement: whether it is kept, by how much, what is missing, how it went, and the very rows. */
export function StatementCard({ judged, of, day }: { judged: JudgedStatement; of: CentreVerdicts; day: Day | null }) {
  const { statement, verdict, trend } = judged;
  const [first, setFirst] = useState(verdict.first);
  const [open, setOpen] = useState(false);
  const chosen = trend.find((each) => each.first === first) ?? verdict;
  const lacking = missing(statement, chosen);
  return (
    <section class="card verdict-card" id={statement.id}>
      <div class="verdict-head">
        <h2>{titleOf(statement.title)}</h2>
        <VerdictSign outcome={chosen.outcome} />
      </div>
      <p class="muted">{titleOf(statement.idea)}</p>
      <Measured verdict={chosen} />
      {lacking && chosen.outcome === 'failed' && <p class="verdict-missing">{lacking}</p>}
      {chosen === verdict && verdict.excluded.length > 0 && <p class="muted">{t('verdicts.excluded', { list: excluded(judged).join('; ') })}</p>}
      {chosen.waived_until && <p>{t('verdicts.waived_until', { day: formatDay(chosen.waived_until) })}</p>}
      {trend.length > 1 && <Trend trend={trend} chosen={chosen.first} onChoose={setFirst} title={titleOf(statement.title)} />}
      {of.rows &&
        (open ? (
          <Rows at={{ ...subjectOf({ practice: of.practice?.id, service: of.service?.id }), organisation: of.organisation.id, statement: statement.id, first: chosen.first, day }} kind={statement.kind} verdict={chosen} />
        ) : (
          (chosen.denominator ?? 0) + chosen.excluded.length > 0 && (
            <p>
              <Button onClick={() => setOpen(true)}>
                {t('verdicts.show_rows')}
                <span class="visually-hidden">: {titleOf(statement.title)}</span>
              </Button>
            </p>
          )
        ))}
    </section>
  );
}

function Measured({ verdict }: { verdict: Verdict }) {
  const part = share(verdict);
  const words = sum(verdict);
  return (
    <>
      <p class="verdict-sum">
        {periodName(verdict)}
        {verdict.running ? ` (${t('verdicts.running')})` : ''}: {words ?? t(verdict.numerator == null ? 'verdicts.withheld' : 'verdicts.nothing')}
      </p>
      {part !== null && (
        <span class="verdict-track" aria-hidden="true">
          <span class={`verdict-bar ${verdict.outcome}`} style={{ width: `${100 * part}%` }} />
          <span class="verdict-threshold" style={{ left: `${verdict.threshold_percent}%` }} />
        </span>
      )}
    </>
  );
}

function Trend({ trend, chosen, onChoose, title }: { trend: readonly Verdict[]; chosen: Day; onChoose(first: Day): void; title: string }) {
  return (
    <div class="verdict-trend" role="group" aria-label={t('verdicts.trend', { title })}>
      {trend.map((each) => {
        const part = share(each);
        return (
          <button key={each.first} type="button" aria-pressed={each.first === chosen} onClick={() => onChoose(each.first)}>
            <span>{periodName(each)}</span>
            <span class="verdict-sign-row">
              <VerdictSign outcome={each.outcome} words="spoken" /> {part === null ? '' : formatPercent(part)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
