import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { formatSize } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { TextInput } from '../../../ui/TextInput';
import { addFile, fileAddress, removeFile, saveProtocol } from '../api';
import type { EventView } from '../model/types';
import { useAskAgain, useKeep } from '../model/use_event';
import { WordsForm } from './WordsForm';

export function Materials({ view }: { view: EventView }) {
  const again = useAskAgain(view.event.id);
  const keep = useKeep();
  const [writing, setWriting] = useState(false);
  const hosts = view.hosts && can('exchange.host');
  const takes = hosts && (view.event.state === 'announced' || view.event.state === 'held');
  const unit = { kilobyte: t('ui.kilobyte'), megabyte: t('ui.megabyte') };
  const removal = useSend(async (_, file: string) => {
    await removeFile(file);
    await again();
  });
  return (
    <div class="stack">
      <h2>{t('exchange.part.materials')}</h2>
      <ErrorSummary problem={removal.problem} />
      {view.files.length === 0 && <EmptyState title={t('exchange.files_none')} />}
      <ul class="exchange-list">
        {view.files.map((each) => (
          <li key={each.id}>
            <a href={fileAddress(each.id)}>{each.name}</a>{' '}
            <span class="muted">
              {t(each.kind === 'photo' ? 'exchange.photo' : 'exchange.material')}, {formatSize(each.size, unit)}
              {each.consent && ` · ${t('exchange.consent', { ...each.consent })}`}
            </span>{' '}
            {hosts && (
              <Button kind="quiet" busy={removal.busy} name={t('exchange.remove_named', { name: each.name })} onClick={() => void removal.send(each.id)}>
                {t('exchange.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {takes && <FileForm event={view.event.id} />}
      <h2>{t('exchange.protocol')}</h2>
      {writing ? (
        <WordsForm
          name="protocol"
          label={t('exchange.protocol')}
          action={t('exchange.save')}
          value={view.protocol}
          rows={12}
          maxLength={20000}
          onSend={async (text) => keep(await saveProtocol(view.event, text))}
          onDone={() => setWriting(false)}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <>
          {view.protocol ? <p class="exchange-protocol">{view.protocol}</p> : <p class="muted">{t('exchange.protocol_none')}</p>}
          {takes && (
            <div class="form-actions">
              <Button onClick={() => setWriting(true)}>{t('exchange.protocol_write')}</Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function FileForm({ event }: { event: string }) {
  const keep = useKeep();
  const [files, setFiles] = useState<File[]>([]);
  const [photo, setPhoto] = useState(false);
  const [people, setPeople] = useState('');
  const [by, setBy] = useState('');
  const { busy, problem, send } = useSend(async (key, file: File, consent: { people: string; obtained_by: string } | null) => keep(await addFile(event, file, consent, key)));
  const errors = fieldErrors(problem);
  const submit = async (submitted: SubmitEvent) => {
    submitted.preventDefault();
    const file = files[0];
    if (!file || !(await send(file, photo ? { people: people.trim(), obtained_by: by.trim() } : null))) return;
    setFiles([]);
    setPeople('');
  };
  return (
    <form class="stack" noValidate onSubmit={(submitted) => void submit(submitted)}>
      <ErrorSummary problem={problem} />
      <FileDrop name="file" label={t('exchange.file')} hint={t('exchange.file_hint')} files={files} accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods" onChange={setFiles} />
      <Check label={t('exchange.is_photo')} checked={photo} onChange={setPhoto} />
      {photo && (
        <>
          <TextInput name="people" label={t('exchange.photo_people')} hint={t('exchange.photo_hint')} required maxLength={1000} value={people} error={errors.people} onChange={setPeople} />
          <TextInput name="obtained_by" label={t('exchange.photo_by')} required maxLength={300} value={by} error={errors.obtained_by} onChange={setBy} />
        </>
      )}
      <div class="form-actions">
        <Button type="submit" busy={busy}>
          {t('exchange.file_add')}
        </Button>
      </div>
    </form>
  );
}
