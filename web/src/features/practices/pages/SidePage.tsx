import { useQueries } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { EmptyState } from '../../../ui/EmptyState';
import { Failure } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { readPassport, type Passport } from '../api';
import { readSides, sideRows, writeSides } from '../model/side';
import { languageOf, say } from '../model/words';
import '../components/Practices.css';

function Side({ passports, onlyDiffering }: { passports: readonly Passport[]; onlyDiffering: boolean }) {
  const rows = sideRows(passports).filter((row) => row.differs || !onlyDiffering);
  const sides = passports.map(({ version }) => ({ practice: version.practice, version: version.version }));
  return (
    <div class="side-frame" tabIndex={0} role="region" aria-label={t('practices.side')}>
      <table class="side-table">
        <caption class="visually-hidden">{t('practices.side')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('practices.side.what')}</th>
            {passports.map(({ version, package: work }, index) => (
              <th scope="col" key={version.id}>
                <a href={`/practices/${version.practice}/versions/${version.version}`} lang={languageOf(work.title)}>{say(work.title)}</a>, {version.version}
                {passports.length > 2 && (
                  <a class="side-drop no-print" href={writeSides(sides.filter((_, each) => each !== index))} aria-label={t('practices.side.drop_named', { title: say(work.title) })}>{t('practices.side.drop')}</a>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} class={row.differs ? 'differs' : ''}>
              <th scope="row">{row.title}</th>
              {row.cells.map((lines, index) => <td key={passports[index]?.version.id}>{lines.length > 0 ? <ul class="side-lines">{lines.map((line) => <li key={line}>{line}</li>)}</ul> : '—'}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Up to four practices side by side, to choose between them or to show a colleague why. */
export default function SidePage() {
  const { query } = useLocation();
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const sides = readSides(query.of);
  const found = useQueries({
    queries: sides.map(({ practice, version }) => ({ queryKey: ['practices', practice, 'version', version], queryFn: () => readPassport(practice, version) })),
  });
  const failed = found.find((each) => each.error);
  const passports = found.flatMap((each) => (each.data ? [each.data] : []));
  return (
    <Page title={t('practices.side')} crumbs={[{ href: '/practices', label: t('practices.title') }]} actions={passports.length > 1 && <Button onClick={() => print()}>{t('practices.print')}</Button>}>
      {sides.length < 2 ? <EmptyState title={t('practices.side.few')} detail={t('practices.side.few_detail')} action={<a class="button primary" href="/practices">{t('practices.title')}</a>} />
        : failed ? <Failure error={failed.error} onRetry={() => void failed.refetch()} />
        : passports.length < sides.length ? <Waiting waiting />
        : (
          <>
            <div class="no-print"><Check label={t('practices.side.only')} checked={onlyDiffering} onChange={setOnlyDiffering} /></div>
            <Side passports={passports} onlyDiffering={onlyDiffering} />
          </>
        )}
    </Page>
  );
}
