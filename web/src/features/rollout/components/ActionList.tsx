import { formatDay, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import type { Action } from '../model/types';
import './Cell.css';
import { MatrixSign } from './MatrixSign';

const byFacts: readonly Action['code'][] = ['rollout.next.first_fact', 'rollout.next.reach_floor', 'rollout.next.restore'];

/** Where the action is done: facts in the journal, the register at the centre, the rest on the page of the adoption. */
function target(action: Action): { href: string; label: string } | null {
  if (action.code === 'rollout.next.choose' || !action.adoption) return null;
  if (byFacts.includes(action.code) && can('ledger.record')) return { href: '/journal/new', label: t('rollout.go.journal') };
  const adoption = `/rollout/adoptions/${action.adoption}`;
  if (action.code === 'rollout.next.plan') return { href: `${adoption}#plan`, label: t('rollout.go.plan') };
  return { href: action.line ? `${adoption}?line=${action.line}` : adoption, label: t('rollout.go.line') };
}

export interface ActionListProps {
  actions: readonly Action[];
  today: Day;
  limit?: number;
  /** Names the practice where the list is over several. */
  named?: boolean;
  /** How many more wait behind this one, where a list shows the first of each practice. */
  behind?(action: Action): number;
  onChoose?(action: Action): void;
}

/** The first action of each practice, in the order of the list; what follows it waits on the page of the adoption. */
export function firstOfEach(actions: readonly Action[]): { first: Action[]; behind(action: Action): number } {
  const counts = new Map<string, number>();
  const first = actions.filter((action) => {
    const before = counts.get(action.practice.id) ?? 0;
    counts.set(action.practice.id, before + 1);
    return before === 0;
  });
  return { first, behind: (action) => (counts.get(action.practice.id) ?? 1) - 1 };
}

export function ActionList({ actions, today, limit = 100, named, behind, onChoose }: ActionListProps) {
  return (
    <ol class="actions-next">
      {actions.slice(0, limit).map((action, index) => {
        const late = action.due && action.due < today;
        const to = target(action);
        return (
          <li key={`${action.code}-${action.line ?? ''}-${action.practice.id}-${index}`}>
            <div class="action-words">
              {named && <span class="action-practice">{action.practice.title}</span>}
              <span class="action-text">{action.text}</span>
              {action.due && (
                <span class={`action-due ${late ? 'late' : ''}`}>
                  {late && <MatrixSign colour="overdue" />}
                  {late ? t('rollout.was_due', { day: formatDay(action.due) }) : t('rollout.due', { day: formatDay(action.due) })}
                </span>
              )}
              {behind && behind(action) > 0 && <span class="action-due">{t('rollout.behind', { count: behind(action) })}</span>}
            </div>
            {to ? (
              <a class={`button ${index === 0 && named ? 'primary' : 'secondary'}`} href={to.href}>
                {to.label}
                <span class="visually-hidden">: {action.text}</span>
              </a>
            ) : (
              onChoose &&
              action.code === 'rollout.next.choose' && (
                <button type="button" class={`button ${index === 0 && named ? 'primary' : 'secondary'}`} onClick={() => onChoose(action)}>
                  {t('rollout.go.choose')}
                  <span class="visually-hidden">: {action.practice.title}</span>
                </button>
              )
            )}
          </li>
        );
      })}
    </ol>
  );
}
