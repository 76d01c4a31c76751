import type { ComponentChildren } from 'preact';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Tabs } from '../../../ui/Tabs';
import './Programmes.css';

interface DeskProps {
  current: string;
  actions?: ComponentChildren;
  children(organisation: string): ComponentChildren;
}

/** The four lists of an institution: what is due, what is in force, contracts, and what is done. */
export function Desk({ current, actions, children }: DeskProps) {
  const own = ownOrganisations(useOrganisations().data ?? []);
  const [chosen, setChosen] = useDraft<string>('entry organisation', () => '');
  const organisation = own.some((each) => each.id === chosen) ? chosen : (own[0]?.id ?? '');
  const tabs = [
    { href: '/programmes', label: t('programmes.tab.journal') },
    { href: '/programmes/plans', label: t('programmes.tab.plans') },
    { href: '/programmes/contracts', label: t('programmes.tab.contracts') },
    { href: '/programmes/closed', label: t('programmes.tab.closed') },
  ];
  return (
    <Page title={t('programmes.title')} actions={actions}>
      <Tabs label={t('programmes.tabs')} tabs={tabs} current={current} />
      {own.length > 1 && (
        <div class="filters">
          <Select name="organisation" label={t('programmes.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
        </div>
      )}
      {organisation !== '' && children(organisation)}
    </Page>
  );
}
