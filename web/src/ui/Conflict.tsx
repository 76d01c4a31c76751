import { t } from '../lib/messages';
import { Button } from './Button';

export interface Difference {
  label: string;
  mine: string;
  theirs: string;
}

export interface ConflictProps {
  differences: readonly Difference[];
  busy?: boolean;
  onTheirs(): void;
  onMine(): void;
}

/** Two editors changed one record: both versions are shown, and the second one decides. */
export function Conflict({ differences, busy, onTheirs, onMine }: ConflictProps) {
  const shown = differences.filter(({ mine, theirs }) => mine !== theirs);
  return (
    <section class="conflict" role="alert">
      <h2>{t('conflict.title')}</h2>
      <p>{shown.length > 0 ? t('conflict.detail') : t('conflict.same')}</p>
      {shown.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('conflict.field')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ label, mine, theirs }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{mine || <span class="muted">{t('conflict.blank')}</span>}</td>
                <td>{theirs || <span class="muted">{t('conflict.blank')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="page-actions">
        <Button onClick={onTheirs}>{t('conflict.take_theirs')}</Button>
        {shown.length > 0 && (
          <Button kind="primary" busy={busy ?? false} onClick={onMine}>
            {t('conflict.keep_mine')}
          </Button>
        )}
      </div>
    </section>
  );
}
