import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import type { Schemas } from '../../../lib/api';
import { decide, takeAssessment, takeStep, type Reason } from '../api';
import type { Ask } from '../components/AskDialog';

type Need = Schemas['NeedAssessment'];
export type AskName = 'returned' | 'resumed' | 'withdrawn' | 'delivered' | 'closed' | 'assessed' | 'granted' | 'refused';

const day = () => ({ name: 'day', label: t('programmes.day') });
const words = (note: string) => (note ? { note } : {});

/** A step that the desk takes: a day and, where somebody must be told, words. */
function ofDesk(kind: 'returned' | 'resumed' | 'withdrawn' | 'delivered' | 'closed', note: 'required' | 'optional') {
  return (application: string): Ask => ({
    title: t(`programmes.ask.${kind}`), lead: t(`programmes.ask.${kind}.lead`), day: day(),
    note: { name: 'note', label: t(`programmes.ask.${kind}.note`), required: note === 'required' }, done: t('programmes.record'),
    run: (key, said) => takeStep(application, { kind, day: said.day, ...words(said.note) }, key),
  });
}

export const asks: Record<AskName, (application: string, needs: readonly Need[], reasons: readonly Reason[]) => Ask> = {
  returned: ofDesk('returned', 'required'),
  resumed: ofDesk('resumed', 'optional'),
  withdrawn: ofDesk('withdrawn', 'required'),
  delivered: ofDesk('delivered', 'optional'),
  closed: ofDesk('closed', 'required'),
  assessed: (application, needs) => ({
    title: t('programmes.ask.assessed'), lead: t('programmes.ask.assessed.lead'), day: day(), note: null, done: t('programmes.record'),
    choice: { name: 'assessment', label: t('programmes.assessment'), choices: needs.map((each) => ({ value: each.id, label: [formatDay(each.assessed_on), each.conclusion.slice(0, 80)].join(', ') })) },
    run: (key, said) => takeAssessment(application, { day: said.day, ...(said.choice ? { assessment: said.choice } : {}) }, key),
  }),
  granted: (application) => ({
    title: t('programmes.ask.granted'), day: { name: 'day', label: t('programmes.decided_on') }, done: t('programmes.do.grant'),
    note: { name: 'note', label: t('programmes.note'), required: false },
    run: (key, said) => decide(application, { kind: 'granted', day: said.day, ...words(said.note) }, key),
  }),
  refused: (application, _, reasons) => ({
    title: t('programmes.ask.refused'), lead: t('programmes.ask.refused.lead'), day: { name: 'day', label: t('programmes.decided_on') }, done: t('programmes.do.refuse'),
    choice: { name: 'reason', label: t('programmes.reason'), choices: reasons.filter(({ kind }) => kind === 'refusal').map(({ code, titles }) => ({ value: code, label: titleOf(titles) })) },
    note: { name: 'note', label: t('programmes.ask.refused.note'), required: true },
    run: (key, said) => decide(application, { kind: 'refused', day: said.day, ...(said.choice ? { reason: said.choice } : {}), ...words(said.note) }, key),
  }),
};
