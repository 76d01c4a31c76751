// The day of a worker: a press records a visit. What has no network yet waits in the same outbox as the grid's changes.
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Problem } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useStore } from '../../../lib/store';
import { notify } from '../../../ui/Status';
import { postCells, type Visit } from '../api';
import { add, drop, kept, outboxChanged } from '../model/outbox';
import { sendEdits } from '../model/send';
import type { Edit } from '../model/sheet';

export type VisitState = 'open' | 'waiting' | 'done';

/** One visit adds what it usually has to what stands already. */
export function visitEdits(visit: Visit, day: Day, worker: string): Edit[] {
  return visit.services.filter((each) => each.delivered === 0).map((each) => ({
    person: visit.id, service: each.service, day, quantity: each.quantity, before: each.delivered, channel: each.channel,
    minutes: each.quantity > 0 ? Math.round((each.minutes * 100) / each.quantity) : 0, practice: each.practice, worker, ready: true,
  }));
}

export function stateOf(visit: Visit, waiting: readonly Edit[]): VisitState {
  if (visit.services.length > 0 && visit.services.every((each) => each.delivered > 0)) return 'done';
  return waiting.some((each) => each.person === visit.id) ? 'waiting' : 'open';
}

export interface DayDesk {
  waiting: readonly Edit[];
  busy: boolean;
  problem: Problem | null;
  /** By person: why a visit was not taken. */
  wrong: ReadonlyMap<string, string>;
  record(visit: Visit): void;
  send(): Promise<void>;
}

export function useDay(organisation: string, worker: string, day: Day, onTaken: () => void): DayDesk {
  const changed = useStore(outboxChanged);
  const waiting = useMemo(() => kept(organisation).filter((each) => each.ready && each.day === day), [organisation, day, changed]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [wrong, setWrong] = useState<ReadonlyMap<string, string>>(new Map());

  const deliver = async (edits: readonly Edit[], reason: string): Promise<number> => {
    setBusy(true);
    setProblem(null);
    const outcome = await sendEdits(postCells, organisation, reason, edits, (taken) => drop(organisation, taken.map(({ edit }) => edit)));
    setBusy(false);
    setProblem(outcome.stopped);
    setWrong(new Map(outcome.wrong.map(({ edit, text }) => [edit.person, text])));
    // A refused visit is shown with its reason; to press again tries it as it then is.
    drop(organisation, outcome.wrong.map(({ edit }) => edit));
    if (outcome.taken.length > 0 || outcome.wrong.length > 0) onTaken();
    return outcome.taken.length;
  };
  /** What was pressed here on any day; unsaved cells of the grid stay where they are. */
  const send = async () => void (await deliver(kept(organisation).filter((each) => each.ready), ''));

  useEffect(() => {
    const again = () => void send();
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  });
  useEffect(() => {
    if (navigator.onLine && kept(organisation).some((each) => each.ready)) void send();
  }, [organisation]);

  return {
    waiting, busy, problem, wrong, send,
    record(visit) {
      const edits = visitEdits(visit, day, worker);
      if (!add(organisation, edits)) notify(t('journal.not_kept'));
      const undo = async () => {
        const here = kept(organisation).filter((each) => edits.some((other) => other.person === each.person && other.service === each.service && other.day === each.day));
        if (here.length > 0) return drop(organisation, here);
        await deliver(edits.map((each) => ({ ...each, quantity: each.before, before: each.quantity })), t('journal.undo_reason'));
      };
      void deliver(edits, '').then((count) => notify(count > 0 ? t('journal.visit_recorded', { name: visit.name }) : t('journal.visit_waits', { name: visit.name }), () => void undo()));
    },
  };
}
