import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors } from '../../../lib/api';
import { titleOf, useServices } from '../../../lib/directory';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Table, type Column } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { normsOn, setNorms, type NewNorms } from '../api';
import { Act, useAct } from '../components/Act';
import '../components/Payment.css';
import { renamed } from '../components/SetNorms';
import { changesOf, isSum, priceKinds, rowsOf, typedOf, type PriceKind, type ServiceRow, type Typed } from '../model/norms';
import { unitWords } from '../model/units';

const keyOf = (row: ServiceRow, kind: PriceKind) => `${kind}/${row.service.id}`;

/** New tariffs and norms of one act, typed down a table; what is not typed stays as it is. */
export default function TariffsPage() {
  const client = useQueryClient();
  const { route } = useLocation();
  const services = useServices();
  const [act, setAct] = useAct();
  // What holds on the first day of the act gives way: it stands in the fields.
  const day = act.valid_from ?? regionDay();
  const norms = useQuery({ queryKey: ['payment', 'norms', day], queryFn: () => normsOn(day) });
  const [typed, setTyped] = useState<Record<string, Typed>>({});
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const sending = useSend((key: string, body: NewNorms) => setNorms(body, key));
  const rows = services.data && norms.data ? rowsOf(services.data, norms.data) : null;
  const shown = (row: ServiceRow, kind: PriceKind) => typed[keyOf(row, kind)] ?? typedOf(row[kind]);
  const changes = (rows ?? []).flatMap((row) => priceKinds.flatMap((kind) => changesOf(row.service.id, kind, row[kind], shown(row, kind)).map((value) => ({ field: `${keyOf(row, kind)}/${value.area === 'village' ? 'village' : 'first'}`, value }))));
  const unread = (rows ?? []).some((row) => priceKinds.some((kind) => !isSum(shown(row, kind).first) || !isSum(shown(row, kind).village)));
  const problem = renamed(sending.problem, changes.map((each) => each.field));
  const errors = fieldErrors(problem);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (unread || changes.length === 0 || !act.valid_from || unfinished(event.currentTarget as HTMLFormElement).length > 0) return;
    const body: NewNorms = { valid_from: act.valid_from, ...(act.valid_to ? { valid_to: act.valid_to } : {}), ground: act.ground.trim(), norms: changes.map((each) => each.value) };
    if (!(await sending.send(body))) return;
    notify(t('payment.tariffs_set', { count: changes.length }));
    void client.invalidateQueries({ queryKey: ['payment'] });
    route('/reference/payment', true);
  };
  const field = (row: ServiceRow, kind: PriceKind, part: keyof Typed) => {
    const now = shown(row, kind);
    const name = `${keyOf(row, kind)}/${part}`;
    return (
      <TextInput label={t(`payment.${kind}_of.${part}`, { service: titleOf(row.service.titles) })} labelled="by the table" required name={name} inputMode="decimal" size="short" value={now[part]}
        onChange={(value) => setTyped((before) => ({ ...before, [keyOf(row, kind)]: { ...now, [part]: value } }))} error={isSum(now[part]) ? errors[name] : t('payment.sum_unread')} />
    );
  };
  const columns: Column<ServiceRow>[] = [
    { key: 'service', title: t('payment.service'), weight: 'main', cell: (row) => titleOf(row.service.titles) },
    { key: 'unit', title: t('payment.unit'), weight: 'minor', cell: (row) => unitWords(row.service.unit) },
    ...priceKinds.flatMap((kind) => (['first', 'village'] as const).map((part): Column<ServiceRow> => ({ key: `${kind} ${part}`, title: t(`payment.${kind}.${part}`), align: 'end', cell: (row) => field(row, kind, part) }))),
  ];
  return (
    <Page title={t('payment.set.tariffs')} lead={t('payment.tariffs_lead')} crumbs={[{ href: '/reference', label: t('payment.reference') }, { href: '/reference/payment', label: t('payment.norms') }]}>
      <form class="stack pay-tariffs" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={problem} />
        <section class="card" aria-label={t('payment.act')}><Act act={act} errors={errors} onChange={setAct} /></section>
        <TextInput name="find" label={t('payment.find_service')} required value={text} onChange={setText} />
        <Table caption={t('payment.tariffs')} rows={rows?.filter((row) => matches(titleOf(row.service.titles), text)) ?? null} rowKey={(row) => row.service.id} columns={columns}
          problem={norms.error ? asProblem(norms.error) : null} onRetry={() => void norms.refetch()} empty={<EmptyState title={t('payment.no_services_found')} />} />
        {tried && (unread || changes.length === 0 || !act.valid_from) && <p role="alert" class="field-error">{t('payment.fill_in')}</p>}
        <div class="pay-bar">
          <Button type="submit" kind="primary" busy={sending.busy}>{t('payment.set_tariffs', { count: changes.length })}</Button>
          <a class="button" href="/reference/payment">{t('payment.cancel')}</a>
        </div>
      </form>
    </Page>
  );
}
