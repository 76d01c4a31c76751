import { t } from '../../../lib/messages';
import { Tag } from '../../../ui/Tag';
import type { ImportReport, PackageProblem } from '../api';
import { languageOf, say } from '../model/words';

/** The text already says what is wrong; the place stands beside it, so that an author finds the line. */
export function PackageProblems({ problems }: { problems: readonly PackageProblem[] }) {
  return (
    <ul class="report-list">
      {problems.map((each, index) => (
        <li key={index} class={each.level}>
          <span>{each.text}</span>
          <span class="report-place">{[each.file, each.line ? t('practices.line', { line: each.line }) : '', each.pointer].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Outcome({ report }: { report: ImportReport }) {
  const { outcome, version, compared_with: before } = report;
  const kind = outcome === 'version_taken' ? '' : outcome === 'installed_already' ? 'warning' : 'good';
  return <p class={`banner ${kind}`}>{t('practices.outcome', { outcome, version, before: before ?? '' })}</p>;
}

function Signature({ report: { signature, key_id: key } }: { report: ImportReport }) {
  return (
    <p>
      <Tag tone={signature === 'valid' ? 'good' : signature === 'wrong' ? 'danger' : 'warning'}>{t('practices.signature')}</Tag>{' '}
      {t('practices.signature_says', { signature, key: key ?? '' })}
    </p>
  );
}

export function ImportReportView({ report }: { report: ImportReport }) {
  const added = report.services.filter((each) => each.added);
  const mapped = report.services.filter((each) => !each.added);
  const line = (each: ImportReport['services'][number]) => <li key={each.package_service}>{each.title} <span class="muted">{each.code}</span></li>;
  return (
    <section class="card report" aria-label={t('practices.report')}>
      <h2 lang={languageOf(report.title)}>{say(report.title)}, {report.version}</h2>
      <Outcome report={report} />
      <Signature report={report} />
      {report.warnings.length > 0 && <><h3>{t('practices.warnings', { count: report.warnings.length })}</h3><PackageProblems problems={report.warnings} /></>}
      {report.unknown_codes.length > 0 && (
        <>
          <h3>{t('practices.unknown_codes')}</h3>
          <ul class="bullets">{report.unknown_codes.map((each) => <li key={each.vocabulary + each.code}>{t('practices.unknown_code', { table: each.vocabulary, code: each.code })}</li>)}</ul>
        </>
      )}
      {report.dependencies.length > 0 && (
        <>
          <h3>{t('practices.depends')}</h3>
          <ul class="report-list">
            {report.dependencies.map((each) => (
              <li key={each.code} class={each.met ? 'added' : each.mandatory ? 'error' : 'warning'}>
                {t('practices.dependency', { code: each.code, versions: each.versions, met: each.met ? 'yes' : 'no', mandatory: each.mandatory ? 'yes' : 'no' })}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="two-lists">
        {added.length > 0 && <div><h3>{t('practices.services_added', { count: added.length })}</h3><ul class="bullets">{added.map(line)}</ul></div>}
        {mapped.length > 0 && <div><h3>{t('practices.services_mapped', { count: mapped.length })}</h3><ul class="bullets">{mapped.map(line)}</ul></div>}
      </div>
      {report.differences.length > 0 && (
        <details>
          <summary>{t('practices.differences_from', { version: report.compared_with ?? '', count: report.differences.length })}</summary>
          <ul class="report-list">{report.differences.map((each, index) => <li key={index} class={each.difference.kind}>{each.text}</li>)}</ul>
        </details>
      )}
      <p class="digest">{t('practices.digest', { digest: report.package_sha256 })}</p>
    </section>
  );
}
