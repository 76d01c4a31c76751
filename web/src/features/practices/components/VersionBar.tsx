import { useLocation } from 'preact-iso';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Tag } from '../../../ui/Tag';
import type { VersionSummary } from '../api';

function label({ version, state }: VersionSummary): string {
  return state === 'withdrawn' ? t('practices.version_withdrawn', { version }) : version;
}

export function VersionBar({ practice, versions, shown }: { practice: string; versions: readonly VersionSummary[]; shown: VersionSummary }) {
  const { route } = useLocation();
  const newest = versions.find(({ state }) => state === 'published');
  const before = versions[versions.findIndex(({ id }) => id === shown.id) + 1] ?? versions.find(({ id }) => id !== shown.id);
  return (
    <div class="version-bar">
      {versions.length > 1 ? (
        <label>
          {t('practices.version')}{' '}
          <select class="input select" value={shown.version} onChange={(event) => route(`/practices/${practice}/versions/${event.currentTarget.value}`)}>
            {versions.map((each) => <option key={each.id} value={each.version}>{label(each)}</option>)}
          </select>
        </label>
      ) : <strong>{t('practices.version_number', { version: shown.version })}</strong>}
      {newest?.id === shown.id && <Tag tone="good">{t('practices.newest')}</Tag>}
      {newest && newest.id !== shown.id && <a href={`/practices/${practice}/versions/${newest.version}`}>{t('practices.go_newest', { version: newest.version })}</a>}
      <span class="muted">{t('practices.installed', { moment: formatInstant(shown.installed_at) })}</span>
      <span class="muted">{shown.signer ? t('practices.signed', { key: shown.signer }) : t('practices.not_signed')}</span>
      {before ? <a href={`/practices/${practice}/compare?from=${before.version}&to=${shown.version}`}>{t('practices.compare_with', { version: before.version })}</a> : <span />}
    </div>
  );
}
