import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { formatSize } from '../../../lib/numbers';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { TextInput } from '../../../ui/TextInput';
import { draftFileAddress, putDraftFile, removeDraftFile, type Draft } from '../api';
import { useSend } from '../../../lib/send';

/** Templates and lessons: the document names them by path. */
export function DraftFiles({ draft, etag, onChanged }: { draft: Draft; etag: string | null; onChanged(): Promise<unknown> }) {
  const [path, setPath] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const putting = useSend(async (_key: string, where: string, content: File) => {
    await putDraftFile(draft.id, where, content, etag);
    await onChanged();
  });
  const removing = useSend(async (_key: string, where: string) => {
    await removeDraftFile(draft.id, where);
    await onChanged();
  });
  const unit = { kilobyte: t('ui.kilobyte'), megabyte: t('ui.megabyte') };
  const errors = fieldErrors(putting.problem);
  const take = (chosen: File | null) => {
    setFile(chosen);
    if (chosen && !path) setPath(`templates/${chosen.name}`);
  };
  const send = async () => {
    if (!file || !(await putting.send(path, file))) return;
    setFile(null);
    setPath('');
  };
  return (
    <div class="stack">
      <ErrorSummary problem={putting.problem ?? removing.problem} />
      {draft.files.length === 0 ? <p class="muted">{t('practices.files_empty')}</p> : (
        <ul class="file-list">
          {draft.files.map((each) => (
            <li key={each.path}>
              <a class="file-name" href={draftFileAddress(draft.id, each.path)} download>{each.path}</a>
              <span class="file-size">{formatSize(each.size, unit)}</span>
              <Button kind="quiet" icon="close" name={t('ui.remove_file', { name: each.path })} onClick={() => void removing.send(each.path)} />
            </li>
          ))}
        </ul>
      )}
      <FileDrop label={t('practices.add_file')} name="file" required accept=".md,.pdf,.png,.jpg,.jpeg" files={file ? [file] : []} onChange={(files) => take(files[0] ?? null)} />
      {file && (
        <>
          <TextInput label={t('practices.f.path')} name="path" required hint={t('practices.hint.file')} value={path} onChange={setPath} error={errors.path} maxLength={120} />
          <div><Button kind="primary" busy={putting.busy} onClick={() => void send()}>{t('practices.put_file')}</Button></div>
        </>
      )}
    </div>
  );
}
