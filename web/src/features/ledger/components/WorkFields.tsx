import { namer, titleOf, useOrganisations } from '../../../lib/directory';
import { t, textOfCode } from '../../../lib/messages';
import { DateField } from '../../../ui/DateField';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { channels, type Channel, type EntryContext, type OfferedPractice } from '../api';
import { fitting, takenPractice, withService, type EntryDraft } from '../model/entry';
import { ServiceField } from './ServiceField';

export interface WorkFieldsProps {
  context: EntryContext;
  draft: EntryDraft;
  fits: readonly OfferedPractice[];
  errors: Record<string, string>;
  onChange(change: Partial<EntryDraft>): void;
}

function Practice({ fits, draft, errors, onChange }: WorkFieldsProps) {
  if (fits.length === 0) return draft.service ? <p class="entry-practice muted">{t('ledger.no_practice')}</p> : null;
  const only = fits.length === 1 ? fits[0] : undefined;
  if (only) return <p class="entry-practice">{t('ledger.counts_for', { practice: titleOf(only.titles) })}</p>;
  return (
    <RadioGroup
      name="practice"
      label={t('ledger.which_practice')}
      required
      layout="row"
      value={draft.practice}
      error={errors.practice}
      choices={fits.map((each) => ({ value: each.id, label: titleOf(each.titles) }))}
      onChange={(practice) => onChange({ practice })}
    />
  );
}

/** The unit stands in the label, so that nobody counts visits where the norm counts hours. */
export function WorkFields(props: WorkFieldsProps) {
  const { context, draft, errors, onChange } = props;
  const organisations = useOrganisations();
  const service = context.services.find((each) => each.id === draft.service);
  const titles = namer(organisations.data, (each) => each.short_title);
  return (
    <>
      <div class="entry-row">
        <div class="entry-service">
          <ServiceField
            services={context.services}
            value={service}
            error={errors.service}
            onChange={(next) => onChange(withService(draft, next))}
          />
        </div>
        <TextInput
          name="minutes"
          label={t('ledger.minutes')}
          required
          size="short"
          inputMode="numeric"
          value={draft.minutes}
          error={errors.minutes}
          onChange={(minutes) => onChange({ minutes })}
        />
      </div>
      <RadioGroup
        name="channel"
        label={t('ledger.channel')}
        required
        layout="row"
        value={draft.channel}
        error={errors.channel}
        choices={channels.map((each) => ({ value: each, label: t(`ledger.channel.${each}`) }))}
        onChange={(channel) => onChange({ channel: channel as Channel })}
      />
      <Practice {...props} />
      <div class="entry-row small">
        <DateField name="performed_on" label={t('ledger.performed_on')} hint="" required max={context.today} value={draft.performed_on || null} error={errors.performed_on} onChange={(day) => onChange({ performed_on: day ?? '' })} />
        {draft.mode === 'one' && (
          <DateField name="request_on" label={t('ledger.request_on')} hint={t('ledger.request_hint')} max={context.today} value={draft.request_on || null} error={errors.request_on} onChange={(day) => onChange({ request_on: day ?? '' })} />
        )}
        <Select
          name="worker"
          label={t('ledger.worker')}
          empty={t('ledger.worker_none')}
          value={draft.worker}
          error={errors.worker}
          choices={context.workers.map((each) => ({ value: each.id, label: each.position ? `${each.name}, ${each.position}` : each.name }))}
          onChange={(worker) => onChange({ worker })}
        />
      </div>
      <details class="entry-more" open={Boolean(errors.quantity || errors.performer || draft.performer || draft.quantity)}>
        <summary>{t('ledger.more')}</summary>
        <div class="entry-row small">
          <TextInput name="quantity" label={service ? t('ledger.quantity_of', { unit: textOfCode(`ledger.unit.${service.unit}`, service.unit) }) : t('ledger.quantity')} hint={t('ledger.quantity_hint')} size="short" inputMode="decimal" value={draft.quantity} error={errors.quantity} onChange={(quantity) => onChange({ quantity })} />
          <Select
            name="performer"
            label={t('ledger.performer')}
            empty={t('ledger.performer_self')}
            value={draft.performer}
            error={errors.performer}
            choices={(organisations.data ?? []).filter((each) => !each.closed_on).map((each) => ({ value: each.id, label: titles(each.id) }))}
            onChange={(performer) => onChange({ performer })}
          />
        </div>
      </details>
    </>
  );
}

export function fitsOf(context: EntryContext, draft: EntryDraft): OfferedPractice[] {
  return fitting(context.services.find((each) => each.id === draft.service), draft.channel);
}

export function unnamedAllowed(fits: readonly OfferedPractice[], draft: EntryDraft): boolean {
  return takenPractice(fits, draft.practice)?.counts_unnamed ?? false;
}
