import { useQuery, useQueryClient } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatDay, type Day } from '../../../lib/dates';
import { titleOf, useServices } from '../../../lib/directory';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { can, regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Table, type Column } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { getCategories, groups, normsOn, type Norm, type NormValue } from '../api';
import { NormHistory, periodWords, valueWords } from '../components/NormHistory';
import '../components/Payment.css';
import { SetNorms, type Setting } from '../components/SetNorms';
import { rowsOf, type Prices, type ServiceRow } from '../model/norms';
import { unitWords } from '../model/units';

interface Shown {
  title: string;
  places: readonly NormValue[];
}

function Price({ prices }: { prices: Prices }) {
  const all = [prices.everywhere, prices.city, prices.village].filter((each) => each !== undefined);
  if (all.length === 0) return <span class="muted">—</span>;
  return <>{all.map((each) => <div key={each.id} class="pay-price">{valueWords(each.value)}</div>)}</>;
}

interface PartProps {
  title: string;
  setting: Setting;
  norms: readonly { title: string; norm: Norm }[];
  hint: string;
  onSet(setting: Setting): void;
  onShow(shown: Shown): void;
}

function Part({ title, setting, norms, hint, onSet, onShow }: PartProps) {
  const lines: ComponentChildren = norms.map((each) => (
    <li key={each.norm.id}>
      <span>{each.title}</span>
      <span class="pay-result">{setting !== 'minimums' ? '' : valueWords(each.norm.value)}</span>
      <Button kind="quiet" icon="calendar" name={t('payment.norm_history_of', { what: each.title })} onClick={() => onShow({ title: each.title, places: [each.norm.value] })} />
      <span class="pay-how">{setting === 'rule' && <>{valueWords(each.norm.value)}. </>}{periodWords(each.norm)}. {each.norm.ground}</span>
    </li>
  ));
  return (
    <section class="card stack" aria-label={title}>
      <h2>{title}</h2>
      {norms.length === 0 ? <p class="muted">{hint}</p> : <ul class="pay-steps">{lines}</ul>}
      {can('payment.set_norms') && <div class="form-actions"><Button onClick={() => onSet(setting)}>{t(`payment.set.${setting}`)}</Button></div>}
    </section>
  );
}

function Tariffs({ rows, problem, onRetry, onShow }: { rows: readonly ServiceRow[] | null; problem: ReturnType<typeof asProblem> | null; onRetry(): void; onShow(shown: Shown): void }) {
  const [text, setText] = useState('');
  const title = (row: ServiceRow) => titleOf(row.service.titles);
  const columns: Column<ServiceRow>[] = [
    { key: 'service', title: t('payment.service'), weight: 'main', cell: (row) => title(row) },
    { key: 'unit', title: t('payment.unit'), weight: 'minor', cell: (row) => unitWords(row.service.unit) },
    { key: 'tariff', title: t('payment.tariff'), align: 'end', cell: (row) => <Price prices={row.tariff} /> },
    { key: 'norm', title: t('payment.per_capita_norm'), align: 'end', cell: (row) => <Price prices={row.per_capita_norm} /> },
    {
      key: 'since', title: t('payment.valid_from'), weight: 'minor',
      cell: (row) => {
        const norm = row.tariff.everywhere ?? row.tariff.city ?? row.tariff.village;
        return norm ? formatDay(norm.valid_from) : '—';
      },
    },
    {
      key: 'history', title: t('payment.norm_history'), paper: 'left out',
      cell: (row) => <Button kind="quiet" icon="calendar" name={t('payment.norm_history_of', { what: title(row) })} onClick={() => onShow({ title: title(row), places: [{ kind: 'tariff', service: row.service.id }, { kind: 'per_capita_norm', service: row.service.id }] })} />,
    },
  ];
  return (
    <section class="stack" aria-label={t('payment.tariffs')}>
      <div class="pay-save">
        <h2>{t('payment.tariffs')}</h2>
        <TextInput name="find" label={t('payment.find_service')} required value={text} onChange={setText} />
        {can('payment.set_norms') && <a class="button" href="/reference/payment/tariffs">{t('payment.set.tariffs')}</a>}
      </div>
      <Table caption={t('payment.tariffs')} rows={rows?.filter((row) => matches(title(row), text)) ?? null} rowKey={(row) => row.service.id} columns={columns} problem={problem} onRetry={onRetry}
        empty={<EmptyState title={t('payment.no_services_found')} />} />
    </section>
  );
}

/** What the region set and what of it holds on a day. */
export default function NormsPage() {
  const client = useQueryClient();
  const [day, setDay] = useState<Day>(regionDay());
  const [setting, setSetting] = useState<Setting | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const services = useServices();
  const norms = useQuery({ queryKey: ['payment', 'norms', day], queryFn: () => normsOn(day) });
  const categories = useQuery({ queryKey: ['payment', 'categories'], queryFn: getCategories, staleTime: 3_600_000 });
  const rows = services.data && norms.data ? rowsOf(services.data, norms.data) : null;
  const changed = () => void client.invalidateQueries({ queryKey: ['payment'] });
  const of = (kind: NormValue['kind'], all: readonly Norm[]) => all.filter((each) => each.value.kind === kind);
  const category = (code: string | undefined) => titleOf(categories.data?.find((each) => each.code === code)?.titles) || (code ?? '');
  const part = { onSet: setSetting, onShow: setShown };
  return (
    <Page title={t('payment.norms')} lead={t('payment.norms_lead')} crumbs={can('payment.set_norms') ? [{ href: '/reference', label: t('payment.reference') }] : [{ href: '/recipients', label: t('payment.recipients') }]}>
      <div class="stack">
        <DateField name="on" label={t('payment.in_force_on')} hint="" required value={day} onChange={(next) => next && setDay(next)} />
        <Loaded query={norms}>
          {(all) => (
            <div class="pay-parts">
              <Part title={t('payment.minimums')} setting="minimums" hint={t('payment.no_minimums')} norms={groups.flatMap((group) => of('subsistence_minimum', all).filter((each) => each.value.group === group).map((norm) => ({ title: t(`payment.group.${group}`), norm })))} {...part} />
              <Part title={t('payment.rule')} setting="rule" hint={t('payment.no_rules')} norms={of('payment_rule', all).map((norm) => ({ title: t('payment.rule'), norm }))} {...part} />
              <Part title={t('payment.free_categories')} setting="categories" hint={t('payment.no_categories')} norms={of('free_category', all).map((norm) => ({ title: category(norm.value.category), norm }))} {...part} />
              <Part title={t('payment.package')} setting="package" hint={t('payment.no_package')} norms={of('free_care_package', all).map((norm) => ({ title: t('payment.package'), norm }))} {...part} />
            </div>
          )}
        </Loaded>
        <Tariffs rows={rows} problem={norms.error ? asProblem(norms.error) : null} onRetry={() => void norms.refetch()} onShow={setShown} />
      </div>
      <SetNorms setting={setting} norms={norms.data ?? []} categories={categories.data ?? []} onClose={() => setSetting(null)} onDone={() => { setSetting(null); changed(); }} />
      <NormHistory title={shown?.title ?? ''} places={shown?.places ?? null} onClose={() => setShown(null)} onChanged={changed} />
    </Page>
  );
}
