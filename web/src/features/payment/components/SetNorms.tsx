import { useState } from 'preact/hooks';
import { fieldErrors, type Problem } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { kopecksOf, roublesOf } from '../../../lib/money';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { CheckGroup } from '../../../ui/CheckGroup';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { groups, setNorms, type Category, type NewNorms, type Norm, type NormValue } from '../api';
import { Act, useAct } from './Act';

export type Setting = 'minimums' | 'rule' | 'categories' | 'package';

type Texts = Record<string, string>;

const percentOf = (text: string | undefined) => (/^\d{1,4}$/.test((text ?? '').trim()) ? Number(text) : -1);

/** What is set, each with the name of its field; null where a sum cannot be read. */
function valuesOf(setting: Setting, typed: Texts, chosen: readonly string[]): { field: string; value: NormValue }[] | null {
  if (setting === 'package') return [{ field: 'ground', value: { kind: 'free_care_package' } }];
  if (setting === 'categories') return chosen.map((category) => ({ field: 'categories', value: { kind: 'free_category', category } }));
  if (setting === 'rule') {
    const [limit_percent, share_percent, cap_percent] = ['limit', 'share', 'cap'].map((each) => percentOf(typed[each])) as [number, number, number];
    return [limit_percent, share_percent, cap_percent].some((each) => each < 0) ? null : [{ field: 'limit', value: { kind: 'payment_rule', rule: { limit_percent, share_percent, cap_percent } } }];
  }
  const sums = groups.map((group) => ({ group, amount: kopecksOf(typed[group] ?? '') }));
  if (sums.some(({ amount }) => amount === null)) return null;
  return sums.flatMap(({ group, amount }) => (typeof amount === 'number' ? [{ field: group, value: { kind: 'subsistence_minimum' as const, group, amount_kopecks: amount } }] : []));
}

/** The server speaks of places in what was sent, the page of its fields. */
export function renamed(problem: Problem | null, fields: readonly string[]): Problem | null {
  if (!problem) return null;
  return {
    ...problem,
    errors: problem.errors.map((each) => {
      const place = /^\/norms\/(\d+)(\/.*)?$/.exec(each.pointer);
      const field = place && fields[Number(place[1])];
      return field ? { ...each, pointer: `/${field}` } : each;
    }),
  };
}

const begun = (setting: Setting, norms: readonly Norm[]): Texts => {
  const rule = norms.find((each) => each.value.kind === 'payment_rule')?.value.rule;
  if (setting === 'rule' && rule) return { limit: String(rule.limit_percent), share: String(rule.share_percent), cap: String(rule.cap_percent) };
  if (setting !== 'minimums') return {};
  return Object.fromEntries(norms.filter((each) => each.value.kind === 'subsistence_minimum').map(({ value }) => [value.group ?? '', roublesOf(value.amount_kopecks)]));
};

interface SetProps {
  setting: Setting;
  norms: readonly Norm[];
  categories: readonly Category[];
  onDone(): void;
}

function Form({ setting, norms, categories, onDone }: SetProps) {
  const [typed, setTyped] = useState<Texts>(() => begun(setting, norms));
  const [chosen, setChosen] = useState<string[]>([]);
  const [act, setAct] = useAct();
  const [unread, setUnread] = useState(false);
  const sending = useSend((key: string, body: NewNorms) => setNorms(body, key));
  const values = valuesOf(setting, typed, chosen);
  const problem = renamed(sending.problem, (values ?? []).map((each) => each.field));
  const errors = fieldErrors(problem);
  const type = (field: string) => (text: string) => setTyped((before) => ({ ...before, [field]: text }));
  const free = new Set(norms.filter((each) => each.value.kind === 'free_category').map((each) => each.value.category));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!values || values.length === 0 || !act.valid_from || unfinished(event.currentTarget as HTMLFormElement).length > 0) return setUnread(true);
    const body: NewNorms = { valid_from: act.valid_from, ...(act.valid_to ? { valid_to: act.valid_to } : {}), ground: act.ground.trim(), norms: values.map((each) => each.value) };
    if (!(await sending.send(body))) return;
    notify(t('payment.set'));
    onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      {setting === 'minimums' && groups.map((each) => <TextInput key={each} name={each} label={t(`payment.group.${each}`)} inputMode="decimal" size="short" value={typed[each] ?? ''} error={errors[each]} onChange={type(each)} />)}
      {setting === 'rule' && (['limit', 'share', 'cap'] as const).map((each) => <TextInput key={each} name={each} label={t(`payment.rule.${each}`)} required inputMode="numeric" size="short" value={typed[each] ?? ''} error={errors[each]} onChange={type(each)} />)}
      {setting === 'categories' && <CheckGroup name="categories" label={t('payment.free_categories')} required values={chosen} error={errors.categories} choices={categories.filter((each) => !free.has(each.code)).map((each) => ({ value: each.code, label: titleOf(each.titles) }))} onChange={setChosen} />}
      <Act act={act} errors={errors} onChange={setAct} />
      {unread && (!values || values.length === 0 || !act.valid_from) && <p role="alert" class="field-error">{t('payment.fill_in')}</p>}
      <div class="form-actions"><Button kind="primary" type="submit" busy={sending.busy}>{t('payment.set_values')}</Button></div>
    </form>
  );
}

export function SetNorms({ setting, onClose, ...rest }: Omit<SetProps, 'setting'> & { setting: Setting | null; onClose(): void }) {
  return (
    <Dialog title={setting ? t(`payment.set.${setting}`) : ''} open={setting !== null} onClose={onClose}>
      {setting && <Form setting={setting} {...rest} />}
    </Dialog>
  );
}
