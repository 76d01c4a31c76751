import { useQuery } from '@tanstack/preact-query';
import { namer, titleOf, useDistricts, useOrganisations, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { session } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { Select, type Choice } from '../../../ui/Select';
import { ages, axes, channels, getKinds, getPractices, measures, sexes } from '../api';
import { filterNames, perThousandFits, type FilterName, type Question } from '../model/question';

export interface QuestionFormProps {
  question: Question;
  onChange(change: Partial<Question>): void;
}

/** The region sees every record; whoever has a centre may also ask about all centres, in round numbers. */
const ofCentre = () => (session.get()?.account.roles ?? []).every(({ organisation }) => organisation != null);

export function QuestionForm({ question, onChange }: QuestionFormProps) {
  const { rows, columns, measure, from, to, as_of, region } = question;
  const axisChoices = axes.map((axis) => ({ value: axis, label: t(`cuts.axis.${axis}`) }));
  const fits = perThousandFits(question);
  const turn = (change: Partial<Question>) => {
    const next = { ...question, ...change };
    if (next.columns === next.rows) next.columns = null;
    if (next.measure === 'per_thousand' && !perThousandFits(next)) next.measure = 'people';
    onChange(next);
  };
  return (
    <div class="filters" role="search" aria-label={t('cuts.question')}>
      <Select name="rows" label={t('cuts.rows')} required value={rows} choices={axisChoices} onChange={(value) => turn({ rows: axes.find((axis) => axis === value) ?? rows })} />
      <Select name="columns" label={t('cuts.columns')} required empty={t('cuts.no_columns')} value={columns ?? ''} choices={axisChoices.filter(({ value }) => value !== rows)} onChange={(value) => turn({ columns: axes.find((axis) => axis === value) ?? null })} />
      <Select name="measure" label={t('cuts.measure')} required value={measure} choices={measures.filter((each) => fits || each !== 'per_thousand').map((each) => ({ value: each, label: t(`cuts.measure.${each}`) }))} onChange={(value) => turn({ measure: measures.find((each) => each === value) ?? measure })} />
      <DateField name="from" label={t('cuts.from')} hint="" required value={from} onChange={(day) => day && turn({ from: day })} />
      <DateField name="to" label={t('cuts.to')} hint="" required value={to} onChange={(day) => day && turn({ to: day })} />
      <DateField name="as_of" label={t('cuts.as_of')} hint={t('cuts.as_of_hint')} value={as_of} onChange={(day) => turn({ as_of: day })} />
      {ofCentre() && (
        <Select name="reach" label={t('cuts.reach')} required value={region ? 'region' : 'own'} choices={[{ value: 'own', label: t('cuts.reach.own') }, { value: 'region', label: t('cuts.reach.region') }]} onChange={(value) => turn({ region: value === 'region' })} />
      )}
      <Filters question={question} onChange={turn} />
    </div>
  );
}

function useChoices(): Record<FilterName, readonly Choice[]> {
  const organisations = (useOrganisations().data ?? []).map((each) => ({ value: each.id, label: each.short_title }));
  const services = useServices().data ?? [];
  const practices = useQuery({ queryKey: ['practices', 'titles'], queryFn: getPractices, staleTime: 300_000 }).data ?? [];
  const kinds = useQuery({ queryKey: ['service-kinds'], queryFn: getKinds, staleTime: 300_000 }).data ?? [];
  return {
    district: (useDistricts().data ?? []).map((each) => ({ value: each.id, label: each.title })),
    centre: organisations,
    performer: organisations,
    practice: practices.map((each) => ({ value: each.id, label: titleOf(each.title) })),
    service: services.map((each) => ({ value: each.id, label: titleOf(each.titles) })),
    kind: kinds.map((each) => ({ value: each.code, label: titleOf(each.titles) })),
    age: ages.map((each) => ({ value: each, label: t(`cuts.age.${each}`) })),
    sex: sexes.map((each) => ({ value: each, label: t(`cuts.sex.${each}`) })),
    channel: channels.map((each) => ({ value: each, label: t(`cuts.channel.${each}`) })),
  };
}

function Filters({ question, onChange }: QuestionFormProps) {
  const choices = useChoices();
  const set = (name: FilterName, value: string) => {
    const filters = { ...question.filters };
    if (value) filters[name] = value;
    else delete filters[name];
    onChange({ filters });
  };
  const chosen = filterNames.flatMap((name) => {
    const value = question.filters[name];
    return value ? [`${t(`cuts.axis.${name}`)}: ${namer(choices[name].map(({ value: id, label }) => ({ id, label })), ({ label }) => label)(value) || value}`] : [];
  });
  return (
    <details class="cut-filters" open={chosen.length > 0}>
      <summary>{chosen.length > 0 ? chosen.join('; ') : t('cuts.filters')}</summary>
      <div class="filters">
        {filterNames.map(
          (name) =>
            choices[name].length > 0 && (
              <Select key={name} name={name} label={t(`cuts.axis.${name}`)} required empty={t('cuts.any')} value={question.filters[name] ?? ''} choices={choices[name]} onChange={(value) => set(name, value)} />
            ),
        )}
      </div>
    </details>
  );
}
