import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, problemText, type Problem } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { beginImport, cancelImport, getImport, type Import } from '../api';
import { ImportColumns } from '../components/ImportColumns';
import { ImportResult } from '../components/ImportResult';
import '../components/Import.css';

function isOver(job: Import | undefined): boolean {
  return job !== undefined && job.state !== 'queued' && job.state !== 'running';
}

export default function ImportPage() {
  const client = useQueryClient();
  const { query, route } = useLocation();
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [organisation, setOrganisation] = useState('');
  const [source, setSource] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const keys = useRef({ dry_run: newKey(), apply: newKey() });
  const home = own.some((each) => each.id === organisation) ? organisation : (own[0]?.id ?? '');
  const file = files[0];
  const errors = fieldErrors(problem);

  // Whoever left the page while the server works comes back to the job.
  const [last, setLast] = useDraft('ledger.import', () => '');
  const id = query.job ?? last;
  const job = useQuery({
    queryKey: ['import', id],
    queryFn: () => getImport(id),
    enabled: Boolean(id),
    refetchInterval: (asked) => (isOver(asked.state.data) ? false : 700),
  });
  const running = job.data && !isOver(job.data);
  const shown = query.job ? job.data : undefined;
  useEffect(() => {
    if (running && !query.job) route(`/journal/import?job=${id}`, true);
  }, [running, id]);
  useEffect(() => {
    if (job.data?.mode === 'apply' && isOver(job.data)) void client.invalidateQueries({ queryKey: ['facts'] });
  }, [job.data?.state]);

  const begin = async (mode: 'dry_run' | 'apply') => {
    if (!file) {
      return setProblem({ type: 'about:blank', title: '', status: 0, detail: '', code: 'ledger.missing.some', request_id: null, retry_after: null, errors: [{ pointer: '/file', code: 'ledger.missing.file', detail: t('ledger.missing.file') }] });
    }
    setBusy(true);
    setProblem(null);
    try {
      const begun = await beginImport(file, { organisation: home, dry_run: mode === 'dry_run', source: source.trim() || undefined }, keys.current[mode]);
      setLast(begun.id);
      route(`/journal/import?job=${begun.id}`);
    } catch (error) {
      const failure = asProblem(error);
      // Faults of the table are shown in words: they have no field of this form.
      setProblem({ ...failure, errors: failure.errors.map((each) => ({ ...each, pointer: each.pointer.startsWith('/header') ? '/file' : each.pointer })) });
    } finally {
      keys.current = { ...keys.current, [mode]: newKey() };
      setBusy(false);
    }
  };

  return (
    <Page title={t('ledger.import_title')} crumbs={[{ href: '/journal', label: t('ledger.journal') }]} lead={t('ledger.import_lead')}>
      <form
        class="card import-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void begin('dry_run');
        }}
      >
        <ErrorSummary problem={problem} />
        <FileDrop name="file" label={t('ledger.import_file')} hint={t('ledger.import_file_hint')} required accept=".csv,text/csv" files={files} error={errors.file} onChange={(next) => { setFiles(next); setProblem(null); }} />
        <div class="filters">
          {own.length > 1 && (
            <Select name="organisation" label={t('ledger.import_home')} required value={home} error={errors.organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setOrganisation} />
          )}
          <TextInput name="source" label={t('ledger.import_source')} hint={t('ledger.import_source_hint')} maxLength={40} value={source} error={errors.source} onChange={setSource} />
        </div>
        <div class="page-actions">
          <Button kind={shown && isOver(shown) ? 'secondary' : 'primary'} type="submit" busy={busy || Boolean(running)}>
            {t('ledger.import_check')}
          </Button>
        </div>
      </form>
      {job.error && query.job && (
        <div class="table-problem" role="alert">
          <p>{problemText(asProblem(job.error))}</p>
        </div>
      )}
      {shown && (
        <ImportResult
          job={shown}
          over={isOver(shown)}
          canApply={Boolean(file)}
          busy={busy}
          onApply={() => void begin('apply')}
          onCancel={() => void cancelImport(shown.id).then(() => job.refetch(), (error) => setProblem(asProblem(error)))}
        />
      )}
      {!shown && <ImportColumns />}
    </Page>
  );
}
