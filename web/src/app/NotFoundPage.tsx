import { t } from '../lib/messages';
import { Page } from '../ui/Page';

export function NotFoundPage(_: { default?: boolean }) {
  return (
    <Page title={t('app.not_found')}>
      <p>{t('app.not_found_detail')}</p>
      <p>
        <a href="/">{t('app.to_start')}</a>
      </p>
    </Page>
  );
}
