import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { fieldErrors, type Schemas } from '../../../lib/api';
import { namer, useDistricts } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatSnils } from '../../../lib/person_numbers';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { compare, getCard, merge, type Person } from '../api';
import '../components/Compare.css';
import { OtherDialog } from '../components/OtherDialog';
import { Reasons } from '../components/Reasons';

type Comparison = Schemas['PersonComparison'];
type Holdings = Schemas['PersonHoldings'];

const nameOf = (person: Person) => [person.family_name, person.given_name, person.patronymic].filter(Boolean).join(' ');

function useLines() {
  const districts = useDistricts();
  const district = namer(districts.data, (each) => each.title);
  return (person: Person, holdings: Holdings): [string, string][] => [
    [t('person.family_name'), person.family_name],
    [t('person.given_name'), person.given_name],
    [t('person.patronymic'), person.patronymic ?? ''],
    [t('person.birth'), formatDay(person.birth)],
    [t('person.death'), person.death ? formatDay(person.death) : ''],
    [t('person.sex'), t(`person.sex.${person.sex}`)],
    [t('person.snils'), person.snils ? formatSnils(person.snils) : ''],
    [t('person.iin'), person.iin ?? ''],
    [t('person.district'), district(person.district) ?? ''],
    [t('person.phone'), person.phone ?? ''],
    [t('person.address'), person.address ?? ''],
    [t('duplicates.facts'), holdings.last_on ? t('duplicates.facts_until', { count: holdings.facts, day: formatDay(holdings.last_on) }) : t('duplicates.facts_none')],
  ];
}

function SideBySide({ one, other, comparison }: { one: Person; other: Person; comparison: Comparison }) {
  const lines = useLines();
  const left = lines(one, comparison.person);
  const right = lines(other, comparison.other);
  return (
    <div class="table-frame">
      <table class="compare">
        <caption class="visually-hidden">{t('duplicates.compare_title')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col"><a href={`/recipients/${one.id}`}>{nameOf(one)}</a></th>
            <th scope="col"><a href={`/recipients/${other.id}`}>{nameOf(other)}</a></th>
          </tr>
        </thead>
        <tbody>
          {left.map(([label, mine], at) => {
            const theirs = right[at]?.[1] ?? '';
            if (!mine && !theirs) return null;
            return (
              <tr key={label} class={mine !== theirs ? 'differs' : ''}>
                <th scope="row">{label}</th>
                <td>{mine || '—'}</td>
                <td>{theirs || '—'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The card that has more hung on it stays unless the desk says otherwise. */
const larger = (one: Person, other: Person, comparison: Comparison) => (comparison.other.facts > comparison.person.facts ? other.id : one.id);

function Decide({ one, other, comparison, pair }: { one: Person; other: Person; comparison: Comparison; pair: string | undefined }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [kept, setKept] = useState(larger(one, other, comparison));
  const [reason, setReason] = useState('');
  const [apart, setApart] = useState<string | null>(null);
  const gone = kept === one.id ? other.id : one.id;
  const taken = useQuery({ queryKey: ['duplicates', 'comparison', kept, gone], queryFn: () => compare(kept, gone) });
  const { busy, problem, send } = useSend((_key: string, survivor: string, person: string, words: string) => merge(survivor, person, words));
  const save = async () => {
    if (!(await send(kept, gone, reason))) return;
    void client.invalidateQueries({ queryKey: ['persons'] });
    void client.invalidateQueries({ queryKey: ['duplicates'] });
    notify(t('duplicates.merged'));
    route(`/recipients/${kept}`);
  };
  return (
    <form class="stack card" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ErrorSummary problem={problem} />
      {comparison.refusal ? (
        <p role="alert">{comparison.refusal}</p>
      ) : (
        <>
          <RadioGroup
            name="kept"
            label={t('duplicates.kept')}
            hint={t('duplicates.kept_hint')}
            required
            value={kept}
            choices={[one, other].map((each) => ({ value: each.id, label: nameOf(each), hint: formatDay(each.birth) }))}
            onChange={setKept}
          />
          {taken.data && taken.data.taken.length > 0 && (
            <p class="muted">{t('duplicates.taken', { fields: taken.data.taken.map((each) => t(`duplicates.field.${each as TakenField}`)).join(', ') })}</p>
          )}
          <TextInput name="reason" label={t('duplicates.merge_reason')} rows={2} maxLength={500} value={reason} error={fieldErrors(problem).reason} onChange={setReason} />
        </>
      )}
      <div class="page-actions">
        {!comparison.refusal && <Button kind="primary" type="submit" busy={busy}>{t('duplicates.merge')}</Button>}
        {pair && <Button onClick={() => setApart(pair)}>{t('duplicates.other')}</Button>}
      </div>
      <OtherDialog pair={apart} onClose={() => setApart(null)} onDone={() => route('/recipients/alike')} />
    </form>
  );
}

type TakenField =
  | 'patronymic' | 'snils' | 'iin' | 'district' | 'phone' | 'address' | 'former_names' | 'documents' | 'addresses' | 'phones' | 'languages' | 'relatives'
  | 'representatives' | 'circumstances' | 'categories';

export default function ComparePage() {
  const { params } = useRoute();
  const { query } = useLocation();
  const { person = '', other = '' } = params;
  const both = useQuery({
    queryKey: ['duplicates', 'both', person, other],
    queryFn: async () => {
      const [one, two, comparison] = await Promise.all([getCard(person), getCard(other), compare(person, other)]);
      return { one: one.person, two: two.person, comparison };
    },
  });
  return (
    <Page title={t('duplicates.compare_title')} crumbs={[{ href: '/recipients', label: t('duplicates.recipients') }, { href: '/recipients/alike', label: t('duplicates.title') }]}>
      <Loaded query={both}>
        {({ one, two, comparison }) => (
          <>
            <Reasons percent={comparison.percent} reasons={comparison.reasons} />
            <SideBySide one={one} other={two} comparison={comparison} />
            {can('duplicates.decide') && <Decide one={one} other={two} comparison={comparison} pair={query.pair} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
