import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { formatDay, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Sheet } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { addProof, closeLine, proofAddress, reopenLine, saveLine } from '../api';
import type { PlanLine } from '../model/types';
import { useSend } from '../../../lib/send';
import { Term } from './CellSheet';
import { LineState } from './Plan';
import { ReasonForm } from './ReasonForm';

interface LineProps {
  line: PlanLine;
  today: Day;
  /** The adoption stands still, and its plan with it. */
  stopped: boolean;
  organisation: string;
  onClose(): void;
}

export function LineSheet({ line, ...rest }: Omit<LineProps, 'line'> & { line: PlanLine | null }) {
  const { onClose } = rest;
  return (
    <Sheet title={line?.title ?? ''} open={line !== null} onClose={onClose}>
      {line && <LineCard key={`${line.id}-${line.revision}`} line={line} {...rest} />}
    </Sheet>
  );
}

function LineCard({ line, today, stopped, organisation, onClose }: LineProps) {
  const byRegister = line.closes_by === 'register';
  return (
    <div class="stack">
      <LineState line={line} today={today} stopped={stopped} />
      <dl class="facts-of-cell">
        <Term name={t('rollout.line.kind')} value={t(`rollout.kind.${line.kind}`)} />
        {line.step && <Term name={t('rollout.kind.step')} value={line.step} />}
        <Term name={t('rollout.line.created')} value={formatDay(line.created_on)} />
        <Term name={t('rollout.line.proof')} value={byRegister ? t('rollout.line.register') : t(`rollout.proof.${line.proof_kind}`)} />
        {line.closed_by && <Term name={t('rollout.line.closed_by')} value={line.closed_by} />}
      </dl>
      {line.note && <p>{line.note}</p>}
      {line.closed_on ? (
        <Closed line={line} mayReopen={can('rollout.adopt') && !byRegister && !stopped} onClose={onClose} />
      ) : stopped ? (
        <ProofLink line={line} />
      ) : (
        <>
          {byRegister ? (
            <div class="notice">
              <p>{t('rollout.line.register_detail')}</p>
              <a class="button" href={registerAddress(organisation, line)}>
                {t('rollout.line.to_register')}
              </a>
            </div>
          ) : (
            can('rollout.close_lines') && <CloseForm line={line} onClose={onClose} />
          )}
          {can('rollout.adopt') && <EditForm line={line} today={today} />}
        </>
      )}
    </div>
  );
}

/** Where the register of the centre holds what closes the line; the form opens with its title. */
function registerAddress(organisation: string, line: PlanLine): string {
  const tabs: Partial<Record<PlanLine['kind'], string>> = { staff: 'staff', room: 'rooms', equipment: 'equipment' };
  const tab = tabs[line.kind];
  if (!tab) return `/organisations/${organisation}`;
  return `/organisations/${organisation}/${tab}${tab === 'staff' ? '' : `?add=${encodeURIComponent(line.title)}`}`;
}

function ProofLink({ line }: { line: PlanLine }) {
  if (!line.proof_name) return null;
  return (
    <p>
      {t('rollout.line.file')}{' '}
      <a href={proofAddress(line.id)} download={line.proof_name}>
        {line.proof_name}
      </a>
    </p>
  );
}

function CloseForm({ line, onClose }: { line: PlanLine; onClose(): void }) {
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [note, setNote] = useState('');
  const upload = useSend((key, file: File) => addProof(line.id, file, key));
  const close = useSend((key, words: string) => closeLine(line.id, words, key));
  const problem = upload.problem ?? close.problem;
  const errors = fieldErrors(problem);
  const done = async () => {
    const [file] = files;
    if (file && !(await upload.send(file))) return;
    if (!(await close.send(note.trim()))) return;
    notify(t('rollout.line.closed_now'));
    onClose();
    await client.invalidateQueries({ queryKey: ['rollout'] });
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      <h3>{t('rollout.line.close_title')}</h3>
      <ErrorSummary problem={problem} />
      <ProofLink line={line} />
      {line.proof_kind !== 'none' && (
        <FileDrop name="proof" label={`${t('rollout.line.file')} ${t(`rollout.proof.${line.proof_kind}`)}`} hint={t('rollout.line.proof_hint')} required accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.doc,.odt,.xlsx,.xls,.ods,.csv" files={files} onChange={setFiles} />
      )}
      <TextInput name="note" label={t('rollout.line.note')} rows={2} maxLength={1000} value={note} error={errors.note} onChange={setNote} />
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={upload.busy || close.busy}>
          {t('rollout.line.close')}
        </Button>
      </div>
    </form>
  );
}

function EditForm({ line, today }: { line: PlanLine; today: Day }) {
  const client = useQueryClient();
  const [owner, setOwner] = useState(line.owner);
  const [due, setDue] = useState<Day | null>(line.due);
  const { busy, problem, send } = useSend((_, who: string, when: Day) => saveLine(line, who, when));
  const errors = fieldErrors(problem);
  const save = async () => {
    if (!due || !(await send(owner.trim(), due))) return;
    notify(t('rollout.line.saved'));
    await client.invalidateQueries({ queryKey: ['rollout'] });
  };
  return (
    <form
      class="stack line-edit"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>{t('rollout.line.edit_title')}</h3>
      <ErrorSummary problem={problem} />
      <TextInput name="owner" label={t('rollout.line.owner')} required maxLength={200} value={owner} error={errors.owner} onChange={setOwner} />
      <DateField name="due" label={t('rollout.line.due')} required min={today} value={due} error={errors.due} onChange={setDue} />
      <div class="form-actions">
        <Button type="submit" busy={busy}>
          {t('rollout.save')}
        </Button>
      </div>
    </form>
  );
}

function Closed({ line, mayReopen, onClose }: { line: PlanLine; mayReopen: boolean; onClose(): void }) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ProofLink line={line} />
      {asking ? (
        <ReasonForm
          name="reopen-reason"
          action={t('rollout.line.reopen')}
          onSend={(reason, _, key) => reopenLine(line.id, reason, key)}
          onDone={() => {
            onClose();
            void client.invalidateQueries({ queryKey: ['rollout'] });
          }}
          onCancel={() => setAsking(false)}
        />
      ) : (
        mayReopen && (
          <p>
            <Button onClick={() => setAsking(true)}>{t('rollout.line.reopen')}</Button>
          </p>
        )
      )}
    </>
  );
}
