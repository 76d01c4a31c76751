import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { fileAddress, type Handed } from '../api';

export function FileLinks({ files }: { files: readonly Handed[] }) {
  return (
    <ul class="control-files">
      {files.map(({ id, name }) => (
        <li key={id}><a href={fileAddress(id)}>{name}</a></li>
      ))}
    </ul>
  );
}

/** One file at a time: a picture taken on the spot, or a paper. */
export function HandIn({ onSend }: { onSend(file: File, key: string): Promise<unknown> }) {
  const [files, setFiles] = useState<File[]>([]);
  const { busy, problem, send } = useSend((key, file: File) => onSend(file, key));
  const act = async () => {
    const file = files[0];
    if (file && (await send(file))) setFiles([]);
  };
  return (
    <div class="stack">
      <ErrorSummary problem={problem} />
      <FileDrop name="file" label={t('control.file')} files={files} accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods" onChange={setFiles} />
      {files.length > 0 && <div><Button busy={busy} onClick={() => void act()}>{t('control.file_add')}</Button></div>}
    </div>
  );
}
