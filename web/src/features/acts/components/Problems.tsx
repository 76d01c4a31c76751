import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import type { Problem } from '../api';
import './Acts.css';

const shown = 12;

function Where({ problem, organisation, month }: { problem: Problem; organisation: string; month: string }) {
  switch (problem.kind) {
    case 'no_contract':
    case 'no_assessment':
    case 'outside_package':
      return (
        <ul class="acts-people">
          {problem.people.slice(0, shown).map((each) => <li key={each.id}><a href={`/recipients/${each.id}${problem.kind === 'no_contract' ? '' : '/payment'}`}>{each.name}</a></li>)}
          {problem.count > shown && <li class="muted">{t('acts.and_more', { count: problem.count - shown })}</li>}
        </ul>
      );
    case 'no_price':
      return <p>{problem.services.join(', ')}. <a href="/reference/payment">{t('acts.open_tariffs')}</a></p>;
    case 'open_questions':
      return can('plausibility.see') ? <p><a href={`/questions?organisation=${organisation}&from=${month}&to=${month}&standing=open`}>{t('acts.open_questions')}</a></p> : null;
    case 'no_practice':
    case 'unnamed':
      return <p><a href={`/journal?organisation=${organisation}&from=${month}`}>{t('acts.open_journal')}</a></p>;
    case 'urgent':
      return null;
  }
}

/** What is to be mended before the month is closed; each with the way there. */
export function Problems({ problems, organisation, month }: { problems: readonly Problem[]; organisation: string; month: string }) {
  const mend = problems.filter((each) => each.kind !== 'urgent');
  const told = problems.filter((each) => each.kind === 'urgent');
  return (
    <section class="card stack" aria-label={t('acts.problems')}>
      <h2>{t('acts.problems')}</h2>
      {mend.length === 0 && <p>{t('acts.no_problems')}</p>}
      <ul class="acts-problems">
        {mend.map((each) => (
          <li key={each.kind}>
            <p><strong>{t(`acts.problem.${each.kind}`, { count: each.count })}</strong></p>
            <Where problem={each} organisation={organisation} month={month} />
          </li>
        ))}
        {told.map((each) => <li key={each.kind} class="acts-told"><p>{t(`acts.problem.${each.kind}`, { count: each.count })}</p></li>)}
      </ul>
    </section>
  );
}
