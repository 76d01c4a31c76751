import { useEffect, useRef } from 'preact/hooks';
import { titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { forms, periods, type Content, type Grounds, type Line } from '../api';
import { emptyLine, packageMinutes, type LineForm, type PlanForm } from '../model/form';
import { hundredthsOf } from '../model/words';

interface PartProps {
  form: PlanForm;
  errors: Record<string, string>;
  change(next: Partial<PlanForm>): void;
}

export function Terms({ form, errors, change }: PartProps) {
  return (
    <section class="card stack" aria-label={t('programmes.terms')}>
      <h2>{t('programmes.terms')}</h2>
      <RadioGroup name="content/form" label={t('programmes.form')} required layout="row" value={form.form} choices={forms.filter((each) => each !== 'urgent').map((each) => ({ value: each, label: t(`programmes.form.${each}`) }))} onChange={(next) => change({ form: next as Content['form'] })} />
      <div class="prog-fields">
        <DateField name="content/since" label={t('programmes.since')} hint="" required value={form.since} error={errors['content/since']} onChange={(since) => change({ since })} />
        <DateField name="content/until" label={t('programmes.until')} hint="" required value={form.until} error={errors['content/until']} onChange={(until) => change({ until })} />
        <DateField name="content/review_on" label={t('programmes.review_on')} hint={t('programmes.review_hint')} value={form.review_on} error={errors['content/review_on']} onChange={(review_on) => change({ review_on })} />
      </div>
    </section>
  );
}

interface RowProps {
  at: number;
  line: LineForm;
  care: boolean;
  errors: Record<string, string>;
  choices: { value: string; label: string }[];
  title: string;
  change(next: Partial<LineForm>): void;
  remove(): void;
}

function Row({ at, line, care, errors, choices, title, change, remove }: RowProps) {
  const path = `content/lines/${at}`;
  const shown = errors[`${path}/since`] ?? errors[`${path}/until`];
  return (
    <div class="prog-line" role="group" aria-label={title || t('programmes.service')}>
      <Select name={`${path}/service`} label={t('programmes.service')} required empty={t('programmes.choose')} value={line.service} choices={choices} error={errors[`${path}/service`] ?? shown} onChange={(service) => change({ service })} />
      <TextInput name={`${path}/times`} label={t('programmes.times')} required inputMode="numeric" value={line.times} error={errors[`${path}/times`] ?? (/^\s*[1-9]\d{0,3}\s*$/.test(line.times) ? undefined : t('programmes.whole_number'))} onChange={(times) => change({ times })} />
      <TextInput name={`${path}/quantity`} label={t('programmes.quantity')} required inputMode="decimal" value={line.quantity} error={errors[`${path}/quantity`] ?? (hundredthsOf(line.quantity) === null ? t('programmes.number_unread') : undefined)} onChange={(quantity) => change({ quantity })} />
      <Select name={`${path}/every`} label={t('programmes.every')} required value={line.every} choices={periods.map((each) => ({ value: each, label: t(`programmes.period.${each}`) }))} error={errors[`${path}/every`]} onChange={(every) => change({ every: every as Line['every'] })} />
      {care ? <TextInput name={`${path}/weekly_minutes`} label={t('programmes.minutes')} inputMode="numeric" value={line.minutes} error={errors[`${path}/weekly_minutes`]} onChange={(minutes) => change({ minutes })} /> : <span />}
      <Button kind="quiet" icon="close" name={t('programmes.remove', { what: title || t('programmes.service') })} onClick={remove} />
    </div>
  );
}

export function Lines({ form, errors, change }: PartProps) {
  const all = useServices();
  const section = useRef<HTMLElement>(null);
  const before = useRef(form.lines.length);
  useEffect(() => {
    if (form.lines.length > before.current) section.current?.querySelector<HTMLElement>('.prog-line:last-of-type select')?.focus();
    before.current = form.lines.length;
  }, [form.lines.length]);
  const title = (id: string) => titleOf(all.data?.find((each) => each.id === id)?.titles);
  const day = form.since ?? '';
  const taken = new Set(form.lines.map(({ service }) => service));
  const choices = (own: string) => (all.data ?? [])
    .filter((each) => each.id === own || (each.kind !== 'urgent' && !taken.has(each.id) && each.valid_from <= day && (!each.valid_to || each.valid_to >= day)))
    .map((each) => ({ value: each.id, label: titleOf(each.titles) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <section class="card stack" ref={section} aria-label={t('programmes.services')}>
      <h2>{t('programmes.services')}</h2>
      {errors['content/lines'] && <p class="field-error">{errors['content/lines']}</p>}
      {form.lines.map((line, at) => (
        <Row key={at} at={at} line={line} care={form.care_level !== ''} errors={errors} choices={choices(line.service)} title={title(line.service)}
          change={(next) => change({ lines: form.lines.map((each, place) => (place === at ? { ...each, ...next } : each)) })} remove={() => change({ lines: form.lines.filter((_, place) => place !== at) })} />
      ))}
      <div class="form-actions"><Button onClick={() => change({ lines: [...form.lines, emptyLine()] })}>{t('programmes.add_service')}</Button></div>
    </section>
  );
}

/** The package of long-term care: minutes are summed while they are typed, against the norm of the level. */
export function Care({ form, errors, change, grounds }: PartProps & { grounds: Grounds | undefined }) {
  const level = grounds?.level;
  if (!level && form.care_level === '') return null;
  const minutes = packageMinutes(form.lines);
  const known = form.care_level !== '' && grounds?.minutes_from !== undefined && grounds.minutes_to !== undefined && Number(form.care_level) === level;
  const within = known && minutes >= (grounds.minutes_from ?? 0) && minutes <= (grounds.minutes_to ?? 0);
  return (
    <section class="card stack" aria-label={t('programmes.care')}>
      <h2>{t('programmes.care')}</h2>
      {level ? <p class="muted">{t('programmes.level_assessed', { level })}</p> : null}
      <Select name="content/care_level" label={t('programmes.care_level')} empty={t('programmes.no_care')} value={form.care_level} error={errors['content/care_level']}
        choices={['1', '2', '3'].filter((each) => each === form.care_level || Number(each) === level).map((each) => ({ value: each, label: each }))} onChange={(care_level) => change({ care_level })} />
      {form.care_level !== '' && (
        <p role="status"><strong>{t('programmes.minutes_sum', { minutes })}</strong>{known && <> — {t(within ? 'programmes.minutes_within' : 'programmes.minutes_outside', { from: grounds.minutes_from ?? 0, to: grounds.minutes_to ?? 0 })}</>}</p>
      )}
    </section>
  );
}

export function Others({ form, errors, change }: PartProps) {
  const set = (at: number, next: Partial<PlanForm['accompaniment'][number]>) => change({ accompaniment: form.accompaniment.map((each, place) => (place === at ? { ...each, ...next } : each)) });
  return (
    <section class="card stack" aria-label={t('programmes.others')}>
      <h2>{t('programmes.others')}</h2>
      <TextInput name="content/providers" label={t('programmes.providers')} hint={t('programmes.providers_hint')} rows={2} maxLength={2000} value={form.providers} error={errors['content/providers']} onChange={(providers) => change({ providers })} />
      <TextInput name="content/conditions" label={t('programmes.conditions')} rows={2} maxLength={2000} value={form.conditions} error={errors['content/conditions']} onChange={(conditions) => change({ conditions })} />
      {form.accompaniment.map((each, at) => (
        <div class="prog-fields" key={at} role="group" aria-label={t('programmes.accompaniment')}>
          <TextInput name={`content/accompaniment/${at}/kind`} label={t('programmes.accompaniment_kind')} required maxLength={60} value={each.kind} error={errors[`content/accompaniment/${at}/kind`]} onChange={(kind) => set(at, { kind })} />
          <TextInput name={`content/accompaniment/${at}/measure`} label={t('programmes.measure')} required maxLength={500} value={each.measure} error={errors[`content/accompaniment/${at}/measure`]} onChange={(measure) => set(at, { measure })} />
          <TextInput name={`content/accompaniment/${at}/agency`} label={t('programmes.agency')} maxLength={200} value={each.agency} onChange={(agency) => set(at, { agency })} />
        </div>
      ))}
      <div class="form-actions"><Button onClick={() => change({ accompaniment: [...form.accompaniment, { kind: '', measure: '', agency: '' }] })}>{t('programmes.add_accompaniment')}</Button></div>
    </section>
  );
}
