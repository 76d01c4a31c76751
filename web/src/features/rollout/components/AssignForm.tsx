import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { useDistricts } from '../../../lib/directory';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FieldGroup } from '../../../ui/Field';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { assign } from '../api';
import { useCentres, usePractices } from '../model/names';
import type { AssignRequest, Stage } from '../model/types';
import { useSend } from '../../../lib/send';

const targets: readonly Stage[] = ['delivering', 'ready', 'started', 'sustained'];

/** Whole waves at once: every chosen practice for every chosen centre, by one deadline. */
export function AssignForm({ campaign, waves }: { campaign: string; waves: readonly number[] }) {
  const client = useQueryClient();
  const centres = useCentres();
  const practices = usePractices().data ?? [];
  const districts = useDistricts().data ?? [];
  const [chosen, setChosen] = useState<string[]>([]);
  const [where, setWhere] = useState<string[]>([]);
  const [district, setDistrict] = useState('');
  const [wave, setWave] = useState(String(Math.max(1, ...waves)));
  const [deadline, setDeadline] = useState<Day | null>(null);
  const [target, setTarget] = useState<Stage>('delivering');
  const [missing, setMissing] = useState<Record<string, string>>({});
  const { busy, problem, send } = useSend((key, request: AssignRequest) => assign(campaign, request, key));
  const errors = { ...missing, ...fieldErrors(problem) };
  const offered = district ? centres.filter((each) => each.district === district) : centres;
  const all = offered.length > 0 && offered.every((each) => where.includes(each.id));

  const submit = async (event: Event) => {
    event.preventDefault();
    const faults = {
      ...(chosen.length ? {} : { practices: t('rollout.assign.no_practice') }),
      ...(where.length ? {} : { organisations: t('rollout.assign.no_centre') }),
      ...(deadline ? {} : { deadline: t('rollout.assign.no_deadline') }),
    };
    setMissing(faults);
    if (Object.keys(faults).length > 0 || !deadline) return;
    if (!(await send({ practices: chosen, organisations: where, wave: Number(wave) || 1, deadline, target }))) return;
    notify(t('rollout.assign.done', { count: chosen.length * where.length }));
    setWhere([]);
    await client.invalidateQueries({ queryKey: ['rollout', 'assignments', campaign] });
  };
  const toggle = (list: string[], id: string, on: boolean) => (on ? [...list.filter((each) => each !== id), id] : list.filter((each) => each !== id));

  return (
    <form class="stack assign" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <div class="assign-lists">
        <FieldGroup name="practices" label={t('rollout.filter.practices')} required error={errors.practices}>
          <div class="pick-list">
            {practices.map((each) => (
              <Check key={each.id} label={each.title} checked={chosen.includes(each.id)} onChange={(on) => setChosen(toggle(chosen, each.id, on))} />
            ))}
            {practices.length === 0 && <p class="muted">{t('rollout.assign.no_bank')}</p>}
          </div>
        </FieldGroup>
        <FieldGroup name="organisations" label={t('rollout.assign.centres', { count: where.length })} required error={errors.organisations}>
          <div class="pick-head">
            <select class="input select" aria-label={t('rollout.filter.district')} value={district} onChange={(event) => setDistrict(event.currentTarget.value)}>
              <option value="">{t('rollout.filter.all_districts')}</option>
              {districts.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.title}
                </option>
              ))}
            </select>
            <Button
              onClick={() => {
                const ids = offered.map((each) => each.id);
                setWhere(all ? where.filter((each) => !ids.includes(each)) : [...new Set([...where, ...ids])]);
              }}
            >
              {all ? t('rollout.assign.none') : t('rollout.assign.all')}
            </Button>
          </div>
          <div class="pick-list">
            {offered.map((each) => (
              <Check key={each.id} label={each.short_title} checked={where.includes(each.id)} onChange={(on) => setWhere(toggle(where, each.id, on))} />
            ))}
            {offered.length === 0 && <p class="muted">{t('rollout.nothing_found')}</p>}
          </div>
        </FieldGroup>
      </div>
      <div class="assign-terms">
        <TextInput name="wave" label={t('rollout.wave')} required size="short" inputMode="numeric" value={wave} error={errors.wave} onChange={setWave} />
        <DateField name="deadline" label={t('rollout.term.deadline')} required value={deadline} error={errors.deadline} onChange={setDeadline} />
        <Select
          name="target"
          label={t('rollout.term.target')}
          required
          value={target}
          choices={targets.map((stage) => ({ value: stage, label: t(`rollout.stage.${stage}`) }))}
          error={errors.target}
          onChange={(stage) => setTarget(stage as Stage)}
        />
      </div>
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('rollout.assign.add', { count: chosen.length * where.length })}
        </Button>
      </div>
    </form>
  );
}
