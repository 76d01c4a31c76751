import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { formatDay, formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { getMerges, undoMerge, type Merge } from '../api';

function Undo({ person, merge, onDone, onClose }: { person: string; merge: Merge; onDone(): void; onClose(): void }) {
  const [reason, setReason] = useState('');
  const { busy, problem, send } = useSend((_key: string, words: string) => undoMerge(person, merge.id, words));
  const save = async () => {
    if (!(await send(reason.trim()))) return;
    notify(t('people.merges.undone'));
    onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p>{merge.name}, {formatDay(merge.birth)}</p>
      <p class="muted">{t('people.merges.undo_hint')}</p>
      <ErrorSummary problem={problem} />
      <TextInput name="reason" label={t('people.merges.undo_reason')} required rows={2} maxLength={500} value={reason} error={fieldErrors(problem).reason} onChange={setReason} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.merges.undo')}</Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </div>
    </form>
  );
}

/** Other cards that turned out to be of this person; each may be set apart again. */
export function Merges({ person }: { person: string }) {
  const client = useQueryClient();
  const merges = useQuery({ queryKey: ['persons', 'merges', person], queryFn: () => getMerges(person) });
  const [undoing, setUndoing] = useState<Merge | null>(null);
  if (!merges.data || merges.data.length === 0) return null;
  return (
    <section class="card" aria-label={t('people.merges.title')}>
      <h2>{t('people.merges.title')}</h2>
      <ul class="person-attachments">
        {merges.data.map((each) => (
          <li key={each.id}>
            <div>
              <strong>{each.name}</strong>, {formatDay(each.birth)} {each.undone_at && <Tag>{t('people.merges.apart')}</Tag>}
              <div class="muted">{[formatInstant(each.at), each.account, each.reason].filter(Boolean).join(', ')}</div>
              {each.undone_at && <div class="muted">{t('people.merges.undone_at', { at: formatInstant(each.undone_at) })}: {[each.undone_by, each.undone_reason].filter(Boolean).join(', ')}</div>}
            </div>
            {!each.undone_at && can('duplicates.decide') && <Button kind="quiet" name={t('people.merges.undo_of', { name: each.name })} onClick={() => setUndoing(each)}>{t('people.merges.undo_short')}</Button>}
          </li>
        ))}
      </ul>
      <Dialog title={t('people.merges.undo_title')} open={undoing !== null} onClose={() => setUndoing(null)}>
        {undoing && (
          <Undo
            person={person}
            merge={undoing}
            onClose={() => setUndoing(null)}
            onDone={() => {
              setUndoing(null);
              void client.invalidateQueries({ queryKey: ['persons'] });
            }}
          />
        )}
      </Dialog>
    </section>
  );
}
