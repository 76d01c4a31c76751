import { useLocation } from 'preact-iso';
import { address, asProblem } from '../../../lib/api';
import { bodyOfRegion, namer, useDistricts, useOrganisations } from '../../../lib/directory';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { focusField } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { SaveAs } from '../../../ui/SaveAs';
import { Select } from '../../../ui/Select';
import { Table } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { organisations as store } from '../api';
import '../components/Network.css';
import { blankOrganisation, kinds, optionalOfOrganisation, OrganisationForm, organisationFields } from '../components/OrganisationForm';
import { RecordSheet } from '../components/RecordSheet';
import { asTree } from '../components/tree';
import { useRecord } from '../components/use_record';

function Actions({ onAdd }: { onAdd(): void }) {
  return (
    <>
      {can('network.keep_register') && <a class="button" href="/organisations/import">{t('network.import')}</a>}
      {can('network.change') && <Button kind="primary" onClick={onAdd}>{t('network.add_organisation')}</Button>}
    </>
  );
}

export default function OrganisationsPage() {
  const { query, route } = useLocation();
  const organisations = useOrganisations();
  const districts = useDistricts();
  const editing = useRecord(store, optionalOfOrganisation);
  const title = namer(organisations.data, (each) => each.short_title);
  const district = namer(districts.data, (each) => each.title);
  const { text = '', kind = '', district: place = '' } = query;
  useShortcut('Slash', 'network.keys.search', () => focusField('text'));
  const set = (change: Record<string, string>) => {
    const next = new URLSearchParams(Object.entries({ text, kind, district: place, ...change }).filter(([, value]) => value));
    const words = next.toString();
    route(`/organisations${words ? `?${words}` : ''}`, true);
  };
  const narrowed = Boolean(text || kind || place);
  const fits = (words: string, ofKind: string, inDistrict: string | undefined) => (!text || matches(words, text)) && (!kind || ofKind === kind) && (!place || inDistrict === place);
  const rows = organisations.data
    ? asTree(organisations.data)
        .filter(({ organisation: each }) => fits(`${each.title} ${each.short_title} ${each.code} ${each.director}`, each.kind, each.district))
        // A part of the tree has no shape to show.
        .map((branch) => (narrowed ? { ...branch, depth: 0 } : branch))
    : null;

  return (
    <Page title={t('network.organisations')} actions={<Actions onAdd={() => editing.begin(null, blankOrganisation(bodyOfRegion(organisations.data ?? [])))} />}>
      <div class="filters" role="search" aria-label={t('network.filters')}>
        <TextInput name="text" label={t('network.search')} required type="search" value={text} onChange={(next) => set({ text: next })} />
        <Select name="kind_filter" label={t('network.kind')} required empty={t('network.all')} value={kind} choices={kinds.map((each) => ({ value: each, label: t(`network.kind.${each}`) }))} onChange={(next) => set({ kind: next })} />
        <Select name="district_filter" label={t('network.district')} required empty={t('network.all')} value={place} choices={(districts.data ?? []).map((each) => ({ value: each.id, label: each.title }))} onChange={(next) => set({ district: next })} />
      </div>
      <Table
        caption={t('network.organisations')}
        rows={rows}
        rowKey={({ organisation }) => organisation.id}
        problem={organisations.error ? asProblem(organisations.error) : null}
        onRetry={() => void organisations.refetch()}
        empty={narrowed ? <EmptyState title={t('network.nothing_fits')} detail={t('network.nothing_fits_detail')} /> : <EmptyState title={t('network.no_organisations')} detail={t('network.no_organisations_detail')} />}
        columns={[
          {
            key: 'title', title: t('network.name'), weight: 'main',
            cell: ({ organisation: each, depth }) => (
              <span class="branch" style={{ '--depth': String(depth) }}>
                <a href={`/organisations/${each.id}`} class={each.closed_on ? 'closed' : undefined}>{each.short_title}</a>
              </span>
            ),
          },
          { key: 'kind', title: t('network.kind'), cell: ({ organisation }) => t(`network.kind.${organisation.kind}`) },
          { key: 'district', title: t('network.district'), cell: ({ organisation }) => district(organisation.district) },
          { key: 'director', title: t('network.director'), weight: 'minor', cell: ({ organisation }) => organisation.director },
          { key: 'phone', title: t('network.phone'), weight: 'minor', cell: ({ organisation }) => <span class="phone">{organisation.phone}</span> },
        ]}
      />
      {rows && rows.length > 0 && <SaveAs what={t('network.organisations')} at={(format) => address('/organisations/export', { query: { format } })} />}
      <RecordSheet title={t('network.new_organisation')} editing={editing} fields={organisationFields(title, district)}>
        {(draft) => <OrganisationForm draft={draft} editing={editing} />}
      </RecordSheet>
    </Page>
  );
}
