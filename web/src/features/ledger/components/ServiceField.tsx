import { titleOf } from '../../../lib/directory';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { Combobox, type Option } from '../../../ui/Combobox';
import type { OfferedService } from '../api';
import { recentServices } from '../model/recent';

function option(service: OfferedService): Option {
  return { id: service.id, title: titleOf(service.titles), note: service.norm_minutes ? t('ledger.norm', { minutes: service.norm_minutes }) : '' };
}

/** Practices of the centre come first: they are what the desk records all day. */
function rank(service: OfferedService, recent: readonly string[]): number {
  const at = recent.indexOf(service.id);
  if (at >= 0) return at;
  return service.practices.length > 0 ? 100 : 200;
}

export interface ServiceFieldProps {
  services: readonly OfferedService[];
  value: OfferedService | undefined;
  error?: string | undefined;
  onChange(service: OfferedService | undefined): void;
}

export function ServiceField({ services, value, error, onChange }: ServiceFieldProps) {
  const search = async (text: string) => {
    const recent = recentServices();
    return services
      .filter((each) => matches(`${titleOf(each.titles)} ${each.code}`, text))
      .sort((a, b) => rank(a, recent) - rank(b, recent))
      .map(option);
  };
  return (
    <Combobox
      name="service"
      label={t('ledger.service')}
      required
      value={value ? option(value) : null}
      error={error}
      search={search}
      onChange={(chosen) => onChange(services.find((each) => each.id === chosen?.id))}
    />
  );
}
