import { asProblem, problemText } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSession } from '../../../lib/session';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Select } from '../../../ui/Select';
import { useState } from 'preact/hooks';
import { Staff } from '../components/registers';
import '../components/Network.css';

/** A director's people: the organisation of the role first, its branches by choice. */
export default function StaffPage() {
  const session = useSession();
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [chosen, setChosen] = useState('');
  const id = chosen || (own[0]?.id ?? '');
  const keeps = session?.permissions.includes('network.keep_register') ?? false;
  return (
    <Page title={t('network.tab.staff')} actions={id && keeps && <a class="button" href={`/organisations/import/staff?organisation=${id}`}>{t('network.import')}</a>}>
      {organisations.error && <p role="alert">{problemText(asProblem(organisations.error))}</p>}
      {!organisations.data && <Waiting waiting />}
      {own.length > 1 && (
        <div class="filters">
          <Select name="organisation" label={t('network.organisation')} required value={id} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
        </div>
      )}
      {id && <Staff key={id} organisation={id} mayEdit={keeps} />}
      {organisations.data && !id && <p>{t('network.no_own')}</p>}
    </Page>
  );
}
