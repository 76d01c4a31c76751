import { problemText } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { FileDrop } from '../../../ui/FileDrop';
import { fileAddress, type Handed } from '../api';
import type { Outbox } from '../model/outbox';

export function FileLinks({ files }: { files: readonly Handed[] }) {
  return (
    <ul class="control-files">
      {files.map(({ id, name }) => (
        <li key={id}><a href={fileAddress(id)}>{name}</a></li>
      ))}
    </ul>
  );
}

/** A picture taken on the spot, or a paper: sent as soon as it is chosen. */
export function HandIn({ onFile }: { onFile(file: File): void }) {
  return <FileDrop name="file" label={t('control.file')} files={[]} multiple accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods" onChange={(files) => files.forEach(onFile)} />;
}

/** Files that have not arrived, whatever item is looked at. */
export function Unsent({ outbox }: { outbox: Outbox }) {
  return (
    <>
      {outbox.files.map(({ item, file, key, problem }) =>
        problem ? (
          <div key={key} class="table-problem" role="alert">
            <p>{t('control.file_failed', { name: file.name })} {problemText(problem)}</p>
            <Button onClick={() => void outbox.send(item, file, key)}>{t('control.file_again')}</Button>
            <Button onClick={() => outbox.drop(key)}>{t('control.file_drop')}</Button>
          </div>
        ) : (
          <p key={key} role="status">{t('control.file_going', { name: file.name })}</p>
        ),
      )}
    </>
  );
}
