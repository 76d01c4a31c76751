import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { Fragment, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { namer, titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatMoney } from '../../../lib/numbers';
import { can, regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { endContract, getContract, getReasons, type Contract, type Reason } from '../api';
import { AskDialog, type Ask } from '../components/AskDialog';
import { reasonWords } from '../model/words';

const endAsk = (contract: Contract, reasons: readonly Reason[]): Ask => ({
  title: t('programmes.end_contract'), lead: t('programmes.end_contract_lead'), day: { name: 'ended_on', label: t('programmes.last_day') }, done: t('programmes.end'),
  choice: { name: 'reason', label: t('programmes.reason'), choices: reasons.filter(({ kind, code }) => kind === 'end' && code !== 'fulfilled').map(({ code, titles }) => ({ value: code, label: titleOf(titles) })) },
  note: { name: 'note', label: t('programmes.note'), required: false },
  run: (key, said) => endContract(contract.id, { ended_on: said.day, reason: said.choice, ...(said.note ? { note: said.note } : {}) }, key),
});

function Sheet({ contract, reasons }: { contract: Contract; reasons: readonly Reason[] | undefined }) {
  const place = namer(useOrganisations().data, (each) => each.title);
  const lines: [string, ComponentChildren][] = [
    [t('programmes.recipient'), contract.name ?? t('programmes.not_served')],
    [t('programmes.provider'), place(contract.organisation)],
    [t('programmes.form'), t(`programmes.form.${contract.form}`)],
    [t('programmes.concluded_on'), formatDay(contract.concluded_on)],
    [t('programmes.in_force_days'), `${formatDay(contract.since)} – ${formatDay(contract.until)}`],
    [t('programmes.payment'), <a href={`/recipients/${contract.person}/payment/${contract.payment}`}>{formatMoney(contract.payment_kopecks, 'RUB')}</a>],
    ...(contract.signer ? [[t('programmes.signer'), contract.signer] as [string, string]] : []),
    [t('programmes.programme'), <a href={`/programmes/plans/${contract.programme}`}>{t('programmes.open_programme')}</a>],
    ...(contract.ended_on ? [[t('programmes.ended_on'), [formatDay(contract.ended_on), reasonWords(reasons, 'end', contract.end_reason), contract.end_note].filter(Boolean).join('. ')] as [string, string]] : []),
  ];
  return (
    <section class="card" aria-label={t('programmes.contract')}>
      <dl class="facts-list">{lines.map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
    </section>
  );
}

export default function ContractPage() {
  const id = useRoute().params.contract ?? '';
  const client = useQueryClient();
  const contract = useQuery({ queryKey: ['programmes', 'contract', id], queryFn: () => getContract(id) });
  const reasons = useQuery({ queryKey: ['programme reasons'], queryFn: getReasons, staleTime: 300_000 });
  const [ask, setAsk] = useState<Ask | null>(null);
  const found = contract.data;
  return (
    <Page title={found ? t('programmes.contract_number', { number: found.number, day: formatDay(found.concluded_on) }) : t('programmes.contract')} crumbs={[{ href: '/programmes/contracts', label: t('programmes.tab.contracts') }]}
      actions={found && !found.ended_on && found.last_on >= regionDay() && can('programmes.contract') && <Button onClick={() => setAsk(endAsk(found, reasons.data ?? []))}>{t('programmes.end_contract')}</Button>}>
      <Loaded query={contract}>{(loaded) => <Sheet contract={loaded} reasons={reasons.data} />}</Loaded>
      <AskDialog ask={ask} onClose={() => setAsk(null)} onDone={() => {
        setAsk(null);
        notify(t('programmes.saved'));
        void client.invalidateQueries({ queryKey: ['programmes'] });
      }} />
    </Page>
  );
}
