import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Conflict, type Difference } from '../../../ui/Conflict';
import { Sheet } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { unfinished } from '../../../ui/unfinished';
import type { Body, Thing } from '../api';
import type { Editing } from './use_record';

/** A field of the record in words, to compare two versions. */
export interface FieldWords<Kind extends Thing> {
  label: string;
  words(body: Body<Kind>): string;
}

export interface RecordSheetProps<Kind extends Thing> {
  title: string;
  editing: Editing<Kind>;
  fields: readonly FieldWords<Kind>[];
  children: (draft: Body<Kind>) => ComponentChildren;
}

function differences<Kind extends Thing>(mine: Body<Kind>, theirs: Kind, fields: readonly FieldWords<Kind>[]): Difference[] {
  return fields.map(({ label, words }) => ({ label, mine: words(mine), theirs: words(theirs) }));
}

export function RecordSheet<Kind extends Thing>({ title, editing, fields, children }: RecordSheetProps<Kind>) {
  const { draft, theirs, busy } = editing;
  const [removing, setRemoving] = useState(false);
  useEffect(() => setRemoving(false), [editing.open]);
  return (
    <Sheet title={title} open={editing.open} onClose={editing.close}>
      {draft && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void editing.save(unfinished(event.currentTarget));
          }}
        >
          <ErrorSummary problem={editing.problem} />
          {theirs && <Conflict busy={busy} differences={differences(draft, theirs, fields)} onTheirs={editing.takeTheirs} onMine={() => void editing.saveMine()} />}
          {children(draft)}
          <div class="page-actions">
            <Button kind="primary" type="submit" busy={busy}>{t('network.save')}</Button>
            <Button onClick={editing.close}>{t('network.cancel')}</Button>
            {editing.remove && !removing && <Button kind="quiet" onClick={() => setRemoving(true)}>{t('network.remove')}</Button>}
          </div>
          {editing.remove && removing && (
            <div class="table-problem" role="alert">
              <p>{t('network.remove_sure')}</p>
              <Button kind="danger" busy={busy} onClick={() => void editing.remove?.()}>{t('network.remove')}</Button>
            </div>
          )}
        </form>
      )}
    </Sheet>
  );
}
