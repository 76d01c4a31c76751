import { useEffect, useRef } from 'preact/hooks';
import { titleOf, useServices, type Service } from '../../../lib/directory';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { emptyService, hundredthsOf, type ServiceForm } from '../model/form';

interface ServicesProps {
  day: Day;
  services: readonly ServiceForm[];
  errors: Record<string, string>;
  onChange(services: ServiceForm[]): void;
}

const inForce = (service: Service, day: Day) => service.valid_from <= day && (!service.valid_to || service.valid_to >= day);

/** What is delivered in a month: from it follows what it costs. */
export function Services({ day, services, errors, onChange }: ServicesProps) {
  const all = useServices();
  const section = useRef<HTMLElement>(null);
  const before = useRef(services.length);
  useEffect(() => {
    if (services.length > before.current) section.current?.querySelector<HTMLElement>('.pay-service:last-of-type select')?.focus();
    before.current = services.length;
  }, [services.length]);
  const title = (id: string) => titleOf(all.data?.find((each) => each.id === id)?.titles);
  const choices = (own: string) =>
    (all.data ?? []).filter((each) => each.id === own || inForce(each, day)).map((each) => ({ value: each.id, label: titleOf(each.titles) })).sort((a, b) => a.label.localeCompare(b.label));
  const change = (at: number, next: Partial<ServiceForm>) => onChange(services.map((each, place) => (place === at ? { ...each, ...next } : each)));
  return (
    <section class="card stack" ref={section} aria-label={t('payment.services')}>
      <h2>{t('payment.services')}</h2>
      {services.map((each, at) => {
        const path = `input/services/${at}`;
        return (
          <div class="pay-service" key={at}>
            <div class="pay-service-fields">
              <Select name={`${path}/service`} label={t('payment.service')} required empty={t('payment.choose')} value={each.service} choices={choices(each.service)} error={errors[`${path}/service`]} onChange={(service) => change(at, { service })} />
              <TextInput name={`${path}/quantity`} label={t('payment.quantity')} required inputMode="decimal" size="short" value={each.quantity} onChange={(quantity) => change(at, { quantity })}
                error={errors[`${path}/quantity`] ?? (hundredthsOf(each.quantity) === null ? t('payment.quantity_unread') : undefined)} />
              <Check label={t('payment.care_package')} checked={each.care_package} onChange={(care_package) => change(at, { care_package })} />
            </div>
            <Button kind="quiet" icon="close" name={t('payment.remove', { what: title(each.service) || t('payment.service') })} onClick={() => onChange(services.filter((_, place) => place !== at))} />
          </div>
        );
      })}
      <div class="form-actions">
        <Button onClick={() => onChange([...services, emptyService()])}>{t('payment.add_service')}</Button>
      </div>
    </section>
  );
}
