import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldText, problemText, type Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { EmptyState } from '../../../ui/EmptyState';
import { FileDrop } from '../../../ui/FileDrop';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { notify } from '../../../ui/Status';
import { importPackage, type ImportChoices, type ImportReport } from '../api';
import { ImportReportView } from '../components/ImportReportView';
import { useSend } from '../../../lib/send';
import '../components/Practices.css';

function Refused({ problem }: { problem: Problem }) {
  return (
    <div class="error-summary" role="alert">
      <p class="error-title">{problemText(problem)}</p>
      {problem.errors.length > 0 && <ul class="report-list">{problem.errors.map((each, index) => <li key={index} class="error"><span>{fieldText(each)}</span></li>)}</ul>}
      {problem.request_id && <p class="error-request">{t('problem.request', { id: problem.request_id })}</p>}
    </div>
  );
}

function Done({ report, onNext }: { report: ImportReport; onNext(): void }) {
  const version = report.installed;
  return (
    <div class="page-actions">
      {version && <a class="button primary" href={`/practices/${version.practice}/versions/${version.version}`}>{t('practices.open_passport')}</a>}
      <Button onClick={onNext}>{t('practices.import_next')}</Button>
    </div>
  );
}

interface ConfirmProps {
  report: ImportReport;
  busy: boolean;
  onInstall(choices: ImportChoices): void;
}

/** What the person answers for is asked in words, each on its own. */
function Confirm({ report, busy, onInstall }: ConfirmProps) {
  const [trusted, setTrusted] = useState(false);
  const [codes, setCodes] = useState(false);
  const unsigned = report.signature !== 'valid';
  const unknown = report.unknown_codes.length > 0;
  if (report.outcome === 'version_taken' || report.outcome === 'installed_already' || report.signature === 'wrong') return null;
  const ready = (!unsigned || trusted) && (!unknown || codes);
  return (
    <section class="card" aria-label={t('practices.install')}>
      {unsigned && <Check label={t('practices.accept_unsigned')} hint={t('practices.accept_unsigned_hint')} checked={trusted} onChange={setTrusted} />}
      {unknown && <Check label={t('practices.add_codes')} checked={codes} onChange={setCodes} />}
      <div class="page-actions">
        <Button kind="primary" busy={busy} disabled={!ready} onClick={() => onInstall({ accept_unsigned: trusted, add_codes: codes })}>{t('practices.install')}</Button>
        {!ready && <span class="muted">{t('practices.confirm_first')}</span>}
      </div>
    </section>
  );
}

/** A package from elsewhere: first what it would change, then a decision. */
export default function ImportPage() {
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const queries = useQueryClient();
  const looking = useSend(async (key: string, chosen: File) => setReport(await importPackage(chosen, { dry_run: true }, key)));
  const installing = useSend(async (key: string, chosen: File, choices: ImportChoices) => {
    setReport(await importPackage(chosen, choices, key));
    notify(t('practices.import_done'));
    void queries.invalidateQueries({ queryKey: ['practices'] });
  });
  const take = (chosen: File | null) => {
    setFile(chosen);
    setReport(null);
    looking.clear();
    installing.clear();
    if (chosen) void looking.send(chosen);
  };
  if (!can('practices.install')) return <Page title={t('practices.import')}><EmptyState title={t('practices.not_allowed')} /></Page>;
  return (
    <Page title={t('practices.import')} lead={t('practices.import_lead')} crumbs={[{ href: '/practices', label: t('practices.title') }]}>
      {!report?.installed && (
        <section class="card">
          <FileDrop label={t('practices.package')} name="package" required hint={t('practices.package_hint')} accept=".practice,.zip" files={file ? [file] : []} onChange={(files) => take(files[0] ?? null)} />
        </section>
      )}
      <Waiting waiting={looking.busy} />
      {looking.problem && <Refused problem={looking.problem} />}
      {installing.problem && <Refused problem={installing.problem} />}
      {report?.installed && <p class="banner good" role="status">{t('practices.import_done')}</p>}
      {report && <ImportReportView report={report} />}
      {report && file && (report.installed ? <Done report={report} onNext={() => take(null)} />
        : <Confirm key={report.package_sha256} report={report} busy={installing.busy} onInstall={(choices) => void installing.send(file, choices)} />)}
    </Page>
  );
}
