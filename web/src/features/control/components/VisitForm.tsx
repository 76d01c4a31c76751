import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';
import { say, type ItemView, type VisitMark } from '../api';
import { useTyped } from '../model/typed';
import { TermField } from './TermField';

/** What the visitor says of one item: confirmed by something, or a finding with an owner and a term. */
export function VisitForm({ inspection, view, onSaid }: { inspection: string; view: ItemView; onSaid(view: ItemView): void }) {
  const { mark: said } = view;
  const [typed, setTyped, drop] = useTyped(inspection, view.item.item, { finding: said?.mark === 'not_confirmed', note: said?.note ?? '', owner: said?.owner ?? '', days: said?.days ?? 30 });
  const { finding, note, owner, days } = typed;
  const { busy, problem, send, clear } = useSend(async (key, mark: VisitMark) => {
    const next = await say(inspection, view.item.item, mark, key);
    drop();
    onSaid(next);
  });
  const errors = fieldErrors(problem);
  const turn = (to: boolean) => {
    clear();
    setTyped({ ...typed, finding: to });
  };
  return (
    <div class="stack">
      <ErrorSummary problem={problem} />
      <TextInput name="note" label={finding ? t('control.what_is_wrong') : t('control.seen')} hint={finding ? undefined : t('control.seen_hint')} required={finding} rows={3} maxLength={4000}
        value={note} error={errors.note} onChange={(next) => setTyped({ ...typed, note: next })} />
      {finding ? (
        <>
          <TextInput name="owner" label={t('control.owner')} required maxLength={200} value={owner} error={errors.owner} onChange={(next) => setTyped({ ...typed, owner: next })} />
          <TermField value={days} error={errors.days} onChange={(next) => setTyped({ ...typed, days: next })} />
          <div class="control-big">
            <Button kind="danger" busy={busy} onClick={() => void send({ mark: 'not_confirmed', note: note.trim(), owner: owner.trim(), days })}>{t('control.finding_save')}</Button>
            <Button onClick={() => turn(false)}>{t('control.finding_cancel')}</Button>
          </div>
        </>
      ) : (
        <div class="control-big">
          <Button busy={busy} aria-pressed={said?.mark === 'confirmed'} onClick={() => void send({ mark: 'confirmed', note: note.trim() })}>{t('control.mark.confirmed')}</Button>
          <Button aria-pressed={said?.mark === 'not_confirmed'} onClick={() => turn(true)}>{t('control.mark.not_confirmed')}</Button>
        </div>
      )}
    </div>
  );
}
