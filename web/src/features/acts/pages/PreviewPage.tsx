import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { namer, useOrganisations } from '../../../lib/directory';
import { formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Table, type Column } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { closeMonth, getPreview, type Expected, type ExpectedCorrection, type Preview } from '../api';
import '../components/Acts.css';
import { Figures } from '../components/Figures';
import { Problems } from '../components/Problems';
import { causes, difference, money, payment } from '../model/words';

const first_rows = 100;

function Expectations({ acts }: { acts: readonly Expected[] }) {
  const [shown, setShown] = useState(first_rows);
  const columns: Column<Expected>[] = [
    { key: 'name', title: t('acts.recipient'), weight: 'main', cell: (row) => <a href={`/recipients/${row.person}/bills`}>{row.name}</a> },
    { key: 'facts', title: t('acts.services'), align: 'end', cell: (row) => formatNumber(row.facts) },
    { key: 'sum', title: t('acts.sum'), align: 'end', cell: (row) => money(row.sum_kopecks) },
    { key: 'payable', title: t('acts.payable'), align: 'end', cell: (row) => payment(row.payable_kopecks) },
  ];
  return (
    <section class="stack" aria-label={t('acts.expected')}>
      <h2>{t('acts.expected')}</h2>
      <Table caption={t('acts.expected')} rows={acts.slice(0, shown)} rowKey={(row) => row.person} columns={columns} empty={<EmptyState title={t('acts.nothing_delivered')} detail={t('acts.nothing_delivered_detail')} />}
        more={{ next: shown < acts.length ? 'more' : null, busy: false, onMore: () => setShown(shown + first_rows) }} />
    </section>
  );
}

function Corrections({ corrections }: { corrections: readonly ExpectedCorrection[] }) {
  const columns: Column<ExpectedCorrection>[] = [
    { key: 'name', title: t('acts.recipient'), weight: 'main', cell: (row) => <a href={`/recipients/${row.person}/bills`}>{row.name}</a> },
    { key: 'month', title: t('acts.about'), cell: (row) => formatMonthLong(row.month) },
    { key: 'why', title: t('acts.why'), cell: (row) => causes(row.causes) },
    { key: 'sum', title: t('acts.sum'), align: 'end', cell: (row) => difference(row.sum_difference_kopecks) },
    { key: 'payable', title: t('acts.payable'), align: 'end', cell: (row) => `${payment(row.payable_before_kopecks)} → ${payment(row.payable_after_kopecks)}` },
  ];
  return (
    <section class="stack" aria-label={t('acts.expected_corrections')}>
      <h2>{t('acts.expected_corrections')}</h2>
      <p class="muted">{t('acts.expected_corrections_lead')}</p>
      <Table caption={t('acts.expected_corrections')} rows={corrections} rowKey={(row) => `${row.person} ${row.month}`} columns={columns} empty={<EmptyState title={t('acts.no_corrections')} />} />
    </section>
  );
}

function CloseDialog({ organisation, preview, open, onClose }: { organisation: string; preview: Preview; open: boolean; onClose(): void }) {
  const client = useQueryClient();
  const { route } = useLocation();
  const [reason, setReason] = useState('');
  const mend = preview.problems.some((each) => each.kind !== 'urgent');
  const sending = useSend(async (key, accepted: string) => {
    const closed = await closeMonth(organisation, preview.month, accepted || undefined, key);
    await client.invalidateQueries({ queryKey: ['acts'] });
    notify(t('acts.closed_done', { month: formatMonthLong(preview.month) }));
    route(`/acts/months/${closed.closing}`);
  });
  const close = () => void sending.send(reason.trim());
  return (
    <Dialog
      title={t('acts.close_title', { month: formatMonthLong(preview.month) })}
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" busy={sending.busy} onClick={close}>{t('acts.close')}</Button>
          <Button onClick={onClose}>{t('acts.cancel')}</Button>
        </>
      }
    >
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); close(); }}>
        <ErrorSummary problem={sending.problem} />
        <p>{t('acts.close_lead', { count: preview.acts.length })}</p>
        {preview.corrections.length > 0 && <p>{t('acts.close_corrections', { count: preview.corrections.length })}</p>}
        {mend && <TextInput name="accepted" label={t('acts.accepted')} hint={t('acts.accepted_hint')} required maxLength={500} rows={2} value={reason} error={fieldErrors(sending.problem).accepted} onChange={setReason} />}
      </form>
    </Dialog>
  );
}

function Reckoned({ organisation, preview }: { organisation: string; preview: Preview }) {
  const { totals } = preview;
  const figures = [
    [t('acts.acts'), formatNumber(totals.people)],
    [t('acts.services'), formatNumber(totals.facts)],
    [t('acts.sum'), money(totals.sum_kopecks)],
    [t('acts.payable'), money(totals.payable_kopecks)],
    [t('acts.budget'), money(totals.budget_kopecks)],
    ...(totals.undetermined > 0 ? [[t('acts.undetermined'), formatNumber(totals.undetermined)] as const] : []),
  ] as const;
  return (
    <div class="stack">
      {preview.not_yet && <p role="status">{preview.not_yet}</p>}
      <section class="card" aria-label={t('acts.totals')}><Figures figures={figures} /></section>
      <Problems problems={preview.problems} organisation={organisation} month={preview.month} />
      {preview.corrections.length > 0 && <Corrections corrections={preview.corrections} />}
      <Expectations acts={preview.acts} />
    </div>
  );
}

/** What a month would report, what is to be mended before, and its closing. */
export default function PreviewPage() {
  const { params } = useRoute();
  const organisation = params.organisation ?? '';
  const month = params.month ?? '';
  const place = namer(useOrganisations().data, (each) => each.short_title);
  const [closing, setClosing] = useState(false);
  // Whoever comes back from mending sees what is left.
  const preview = useQuery({ queryKey: ['acts', 'preview', organisation, month], queryFn: () => getPreview(organisation, month), staleTime: 0, refetchOnMount: 'always' });
  const may = can('acts.close') && preview.data !== undefined && !preview.data.not_yet;
  useShortcut('Control+Enter', 'acts.keys.close', () => may && setClosing(true));
  return (
    <Page
      title={t('acts.preview_title', { month: formatMonthLong(month) })}
      lead={place(organisation)}
      crumbs={[{ href: '/acts', label: t('acts.title') }]}
      actions={
        <>
          {may && <Button kind="primary" onClick={() => setClosing(true)}>{t('acts.close')}</Button>}
          <Button busy={preview.isFetching} onClick={() => void preview.refetch()}>{t('acts.check_again')}</Button>
        </>
      }
    >
      <Loaded query={preview}>{(found) => <Reckoned organisation={organisation} preview={found} />}</Loaded>
      {preview.data && <CloseDialog organisation={organisation} preview={preview.data} open={closing} onClose={() => setClosing(false)} />}
    </Page>
  );
}
