import { useRoute } from 'preact-iso';
import { Fragment, type ComponentChildren } from 'preact';
import { asProblem, problemText } from '../../../lib/api';
import { delivers, namer, ownOrganisations, useDistricts, useOrganisations } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can, useSession } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Tabs } from '../../../ui/Tabs';
import { Tag } from '../../../ui/Tag';
import { organisations as store, type Organisation } from '../api';
import '../components/Network.css';
import { blankOrganisation, optionalOfOrganisation, OrganisationForm, organisationFields } from '../components/OrganisationForm';
import { RecordSheet } from '../components/RecordSheet';
import { Departments, EquipmentList, Rooms, Staff } from '../components/registers';
import { useRecord } from '../components/use_record';

const tabs = ['', 'departments', 'rooms', 'equipment', 'staff'] as const;
type TabName = (typeof tabs)[number];

function Overview({ organisation, all }: { organisation: Organisation; all: readonly Organisation[] }) {
  const districts = useDistricts();
  const title = namer(all, (each) => each.short_title);
  const district = namer(districts.data, (each) => each.title)(organisation.district);
  const below = all.filter((each) => each.parent === organisation.id);
  const none = <span class="muted">{t('network.not_given')}</span>;
  const lines: [string, ComponentChildren][] = [
    [t('network.title'), organisation.title],
    [t('network.kind'), t(`network.kind.${organisation.kind}`)],
    [t('network.parent'), organisation.parent ? <a href={`/organisations/${organisation.parent}`}>{title(organisation.parent)}</a> : none],
    [t('network.district'), district || none],
    [t('network.director'), organisation.director || none],
    [t('network.phone'), organisation.phone ? <a href={`tel:${organisation.phone.replace(/[^+\d]/g, '')}`}>{organisation.phone}</a> : none],
    [t('network.address'), organisation.address || none],
    [t('network.zone'), organisation.zone],
    [t('network.code'), organisation.code],
  ];
  return (
    <>
      <section class="card" aria-label={t('network.tab.overview')}>
        <dl class="facts-list">
          {lines.map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      </section>
      {below.length > 0 && (
        <section class="card" aria-label={t('network.below')}>
          <h2>{t('network.below')}</h2>
          <ul class="stack">
            {below.map((each) => (
              <li key={each.id}>
                <a href={`/organisations/${each.id}`}>{each.short_title}</a> <span class="muted">{t(`network.kind.${each.kind}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export interface OrganisationViewProps {
  id: string;
  tab: TabName;
}

export function OrganisationView({ id, tab }: OrganisationViewProps) {
  const session = useSession();
  const organisations = useOrganisations();
  const districts = useDistricts();
  const editing = useRecord(store, optionalOfOrganisation);
  const all = organisations.data ?? [];
  const organisation = all.find((each) => each.id === id);
  const crumbs = [{ href: '/organisations', label: t('network.organisations') }];
  if (!organisation) {
    return (
      <Page title={t('network.organisation')} crumbs={crumbs}>
        {organisations.error ? (
          <div class="table-problem" role="alert">
            <p>{problemText(asProblem(organisations.error))}</p>
            <Button onClick={() => void organisations.refetch()}>{t('ui.retry')}</Button>
          </div>
        ) : organisations.data ? (
          <p>{t('network.absent')}</p>
        ) : (
          <Waiting waiting />
        )}
      </Page>
    );
  }
  const regional = session?.account.roles.some(({ role }) => role === 'administrator' || role === 'coordinator') ?? false;
  const own = regional || ownOrganisations(all).some((each) => each.id === id);
  const mayEdit = can('network.keep_register') && own;
  const href = (name: TabName) => `/organisations/${id}${name ? `/${name}` : ''}`;
  const label = { '': t('network.tab.overview'), departments: t('network.tab.departments'), rooms: t('network.tab.rooms'), equipment: t('network.tab.equipment'), staff: t('network.tab.staff') };
  const shared = { organisation: id, mayEdit };
  return (
    <Page
      title={organisation.short_title}
      crumbs={crumbs}
      lead={organisation.closed_on ? <Tag tone="warning">{t('network.closed', { day: formatDay(organisation.closed_on) })}</Tag> : undefined}
      actions={
        <>
          {(organisation.kind === 'centre' || organisation.kind === 'branch' || organisation.kind === 'residential') && <a class="button" href={`/rollout/centres/${id}`}>{t('network.rollout')}</a>}
          {delivers(organisation) && <a class="button" href={`/verdicts?organisation=${id}`}>{t('network.verdicts')}</a>}
          {delivers(organisation) && own && can('control.see') && <a class="button" href={`/control/centres/${id}`}>{t('network.control')}</a>}
          {tab && mayEdit && <a class="button" href={`/organisations/import/${tab}?organisation=${id}`}>{t('network.import')}</a>}
          {can('network.change') && <Button onClick={() => editing.begin(organisation, blankOrganisation())}>{t('network.edit')}</Button>}
        </>
      }
    >
      <Tabs label={t('network.tabs')} current={href(tab)} tabs={tabs.map((each) => ({ href: href(each), label: label[each] }))} />
      {tab === '' && <Overview organisation={organisation} all={all} />}
      {tab === 'departments' && <Departments {...shared} />}
      {tab === 'rooms' && <Rooms {...shared} />}
      {tab === 'equipment' && <EquipmentList {...shared} />}
      {tab === 'staff' && <Staff {...shared} />}
      <RecordSheet title={t('network.edit')} editing={editing} fields={organisationFields(namer(all, (each) => each.short_title), namer(districts.data, (each) => each.title))}>
        {(draft) => <OrganisationForm draft={draft} editing={editing} />}
      </RecordSheet>
    </Page>
  );
}

export default function OrganisationPage() {
  const { params } = useRoute();
  const tab = tabs.find((each) => each === params.tab) ?? '';
  return <OrganisationView id={params.organisation ?? ''} tab={tab} />;
}
