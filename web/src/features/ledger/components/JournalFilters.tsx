import { useRef } from 'preact/hooks';
import { ownOrganisations, titleOf, useOrganisations, useServices } from '../../../lib/directory';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Combobox, type Option } from '../../../ui/Combobox';
import { DateField } from '../../../ui/DateField';
import { Select } from '../../../ui/Select';
import { filterNames, type Filters } from '../model/filters';
import { findRecipients } from './RecipientField';

export interface JournalFiltersProps {
  filters: Filters;
  /** As the list shows the person that the address names. */
  name: string;
  onChange(change: Filters): void;
}

export function JournalFilters({ filters, name, onChange }: JournalFiltersProps) {
  const all = useOrganisations().data ?? [];
  const own = can('people.see') ? ownOrganisations(all) : all.filter((each) => !each.closed_on);
  return (
    <div class="filters" role="search" aria-label={t('ledger.filters')}>
      <DateField name="from" label={t('ledger.from')} hint="" required value={filters.from ?? null} onChange={(day) => onChange({ from: day ?? '' })} />
      <DateField name="to" label={t('ledger.to')} hint="" required value={filters.to ?? null} onChange={(day) => onChange({ to: day ?? '' })} />
      {can('people.see') && <PersonFilter person={filters.person} name={name} onChange={(person) => onChange({ person })} />}
      <ServiceFilter service={filters.service} onChange={(service) => onChange({ service })} />
      {own.length > 1 && (
        <Select name="organisation" label={t('ledger.organisation')} required empty={t('ledger.all')} value={filters.organisation ?? ''} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={(organisation) => onChange({ organisation })} />
      )}
      {can('ledger.record') && (
        <Select name="mine" label={t('ledger.entered_by')} required empty={t('ledger.anyone')} value={filters.mine ?? ''} choices={[{ value: '1', label: t('ledger.me') }]} onChange={(mine) => onChange({ mine })} />
      )}
      {filterNames.some((each) => filters[each]) && <a class="button quiet" href="/journal">{t('ledger.drop_filters')}</a>}
    </div>
  );
}

interface PersonFilterProps {
  person: string | undefined;
  name: string;
  onChange(person: string): void;
}

/** The address keeps the id only, so a name that was chosen is remembered here, and another is read from the list. */
function PersonFilter({ person, name, onChange }: PersonFilterProps) {
  const chosen = useRef<Option | null>(null);
  const known = chosen.current?.id === person ? chosen.current : null;
  return (
    <Combobox
      name="person"
      label={t('ledger.person')}
      required
      placeholder={t('ledger.anybody')}
      value={person ? (known ?? { id: person, title: name || t('ledger.person') }) : null}
      search={async (text, signal) => (await findRecipients(text, signal)).filter((each) => !each.aside)}
      onChange={(next) => {
        chosen.current = next;
        onChange(next?.id ?? '');
      }}
    />
  );
}

function ServiceFilter({ service, onChange }: { service: string | undefined; onChange(service: string): void }) {
  const services = useServices().data ?? [];
  const option = ({ id, titles, code }: (typeof services)[number]): Option => ({ id, title: titleOf(titles), note: code });
  const chosen = services.find((each) => each.id === service);
  return (
    <Combobox
      name="service"
      label={t('ledger.service')}
      required
      placeholder={t('ledger.any_service')}
      value={chosen ? option(chosen) : null}
      search={async (text) => services.filter((each) => matches(`${titleOf(each.titles)} ${each.code}`, text)).map(option)}
      onChange={(next) => onChange(next?.id ?? '')}
    />
  );
}
