import type { ComponentChildren } from 'preact';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { Progress } from '../../../ui/Progress';
import type { Uploading } from './use_upload';

export interface UploadFormProps {
  uploading: Uploading<unknown>;
  label: string;
  hint: string;
  accept: string;
  file: File | undefined;
  onFile(file: File | undefined): void;
  onCheck(): void;
  children?: ComponentChildren;
}

/** The file, what belongs to it, and the check. */
export function UploadForm({ uploading, label, hint, accept, file, onFile, onCheck, children }: UploadFormProps) {
  const { busy, share, stopping, report, problem } = uploading;
  return (
    <form
      class="card"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      <ErrorSummary problem={problem} />
      <FileDrop name="file" label={label} hint={hint} required accept={accept} files={file ? [file] : []} error={fieldErrors(problem).file} onChange={(files) => onFile(files[0])} />
      {children}
      <div class="page-actions">
        <Button kind={report ? 'secondary' : 'primary'} type="submit" busy={busy === 'check'}>{t('network.import.check')}</Button>
        {busy && <Button kind="quiet" busy={stopping} onClick={uploading.stop}>{t('network.cancel')}</Button>}
      </div>
      {busy && <Progress label={t(stopping ? 'network.import.stopping' : busy === 'check' ? 'network.import.checking' : 'network.import.writing')} share={share} />}
    </form>
  );
}

export interface Figure {
  label: string;
  value: string;
  wrong?: boolean;
}

export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl class="figures">
      {figures.map(({ label, value, wrong }) => (
        <div key={label} class={wrong ? 'wrong' : undefined}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
