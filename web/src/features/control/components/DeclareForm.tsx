import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';
import { declare, type Declared, type ItemView } from '../api';
import { useTyped } from '../model/typed';

const answers: readonly Declared[] = ['met', 'partly', 'not_met'];

/** The centre's own answer to one item. */
export function DeclareForm({ inspection, view, onSaid }: { inspection: string; view: ItemView; onSaid(view: ItemView): void }) {
  const [note, setNote, drop] = useTyped(inspection, view.item.item, view.mark?.note ?? '');
  const { busy, problem, send } = useSend(async (key, mark: Declared, words: string) => {
    const next = await declare(inspection, view.item.item, mark, words, key);
    drop();
    onSaid(next);
  });
  return (
    <div class="stack">
      <ErrorSummary problem={problem} />
      <TextInput name="note" label={t('control.remark')} rows={2} maxLength={4000} value={note} error={fieldErrors(problem).note} onChange={setNote} />
      <div class="control-big">
        {answers.map((mark) => (
          <Button key={mark} busy={busy} aria-pressed={view.mark?.mark === mark} onClick={() => void send(mark, note.trim())}>{t(`control.mark.${mark}`)}</Button>
        ))}
      </div>
    </div>
  );
}
