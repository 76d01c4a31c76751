import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { asProblem, problemText } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';

/** The way from the menu to the reader's own organisation, whose address the menu does not know. */
export default function OwnCentrePage() {
  const { route } = useLocation();
  const organisations = useOrganisations();
  const [own] = ownOrganisations(organisations.data ?? []);
  useEffect(() => {
    if (own) route(`/organisations/${own.id}`, true);
  }, [own?.id]);
  return (
    <Page title={t('network.own_centre')}>
      {organisations.error && <p role="alert">{problemText(asProblem(organisations.error))}</p>}
      {organisations.data && !own ? <p>{t('network.no_own')}</p> : <Waiting waiting={!organisations.error} />}
    </Page>
  );
}
