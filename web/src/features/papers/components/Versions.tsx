import { formatDay, formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { sampleAddress, type KindSheet } from '../api';

export interface VersionsProps {
  sheet: KindSheet;
  /** Puts the words of an earlier version into the editor. */
  onTake?: (version: number) => void;
}

/** What became of the template, the newest first; the one of the program ends the list. */
export function Versions({ sheet, onTake }: VersionsProps) {
  const rows = [...sheet.versions.map((each) => each.version), 0];
  return (
    <section class="card stack" aria-label={t('papers.versions')}>
      <h2>{t('papers.versions')}</h2>
      <ul class="template-problems">
        {rows.map((version) => {
          const row = sheet.versions.find((each) => each.version === version);
          const title = row ? t('papers.version_since', { version, day: formatDay(row.valid_from) }) : t('papers.shipped');
          return (
            <li key={version}>
              {title}
              {row?.back && <> {t('papers.went_back')}</>}
              {row && <div class="muted">{[row.author, formatInstant(row.published_at)].filter(Boolean).join(', ')}</div>}
              <p class="page-actions">
                <a href={sampleAddress(sheet.code, sheet.language, version)} target="_blank" rel="noreferrer" aria-label={t('papers.sample_of', { title })}>{t('papers.sample')}</a>
                {onTake && <Button kind="quiet" name={t('papers.take_of', { title })} onClick={() => onTake(version)}>{t('papers.take')}</Button>}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
