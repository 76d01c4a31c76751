import { useLocation } from 'preact-iso';
import { delivers, ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Tabs } from '../../../ui/Tabs';
import type { Which } from '../api';
import { Findings } from '../components/Findings';
import { Inspections } from '../components/Inspections';

const kinds: readonly Which[] = ['unfinished', 'overdue', 'all'];

/** The way to a centre: its own for who works there, any for who visits. */
function Centres() {
  const { route } = useLocation();
  const all = useOrganisations().data ?? [];
  const own = ownOrganisations(all)[0];
  if (!can('control.inspect')) return own ? <a class="button primary" href={`/control/centres/${own.id}`}>{t('control.of_centre', { centre: own.short_title })}</a> : null;
  const centres = all.filter((each) => delivers(each) && !each.closed_on);
  return (
    <div class="filters">
      <Select required name="centre" label={t('control.open_centre')} empty={t('control.choose_centre')} value="" choices={centres.map(({ id, short_title }) => ({ value: id, label: short_title }))}
        onChange={(id) => id && route(`/control/centres/${id}`)} />
    </div>
  );
}

/** What was found in the centres and is not right yet, and every check. */
export default function ControlPage() {
  const { path, query, route } = useLocation();
  const which = kinds.find((each) => each === query.which) ?? 'unfinished';
  const inspections = path === '/control/inspections';
  return (
    <Page title={t('control.title')} crumbs={[{ href: '/standards', label: t('control.standards') }]}>
      <Centres />
      <Tabs label={t('control.tabs')} current={inspections ? '/control/inspections' : '/control'}
        tabs={[{ href: '/control', label: t('control.tab.findings') }, { href: '/control/inspections', label: t('control.tab.inspections') }]} />
      {inspections ? (
        <Inspections organisation={null} />
      ) : (
        <>
          <div class="filters">
            <Select required name="which" label={t('control.which')} value={which} choices={kinds.map((each) => ({ value: each, label: t(`control.which.${each}`) }))} onChange={(next) => route(`/control?which=${next}`, true)} />
          </div>
          <Findings organisation={null} which={which} />
        </>
      )}
    </Page>
  );
}
