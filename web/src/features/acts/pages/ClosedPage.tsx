import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatDay, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { useSettled } from '../../../lib/settled';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { More } from '../../../ui/More';
import { Page } from '../../../ui/Page';
import { Progress } from '../../../ui/Progress';
import { SaveAs } from '../../../ui/SaveAs';
import { Select } from '../../../ui/Select';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { actPaperAt, getActs, getCorrections, getMonth, registerAt, standings, type ActSummary, type Month, type Standing } from '../api';
import '../components/Acts.css';
import { CorrectionCard } from '../components/CorrectionCard';
import { Figures } from '../components/Figures';
import { MarkDialog } from '../components/MarkDialog';
import { usePrinting } from '../components/use_printing';
import { difference, money, payment } from '../model/words';

const tones = { waiting: 'neutral', signed_on_paper: 'good', refused: 'danger' } as const;

function Reported({ month, closing }: { month: Month; closing: string }) {
  const { totals } = month;
  if (!totals) return null;
  const figures = [
    [t('acts.acts'), formatNumber(totals.people)],
    [t('acts.sum'), money(totals.sum_kopecks)],
    [t('acts.payable'), money(totals.payable_kopecks)],
    [t('acts.budget'), money(totals.budget_kopecks)],
    [t('acts.signed'), formatNumber(month.signed_acts ?? 0)],
    ...((month.refused_acts ?? 0) > 0 ? [[t('acts.refused'), formatNumber(month.refused_acts ?? 0)] as const] : []),
    ...(totals.undetermined > 0 ? [[t('acts.undetermined'), formatNumber(totals.undetermined)] as const] : []),
    ...(month.corrections > 0 ? [[t('acts.corrected'), difference(month.correction_kopecks)] as const] : []),
  ] as const;
  return (
    <section class="card stack" aria-label={t('acts.totals')}>
      <Figures figures={figures} />
      <p class="muted">{t('acts.closed_by', { day: month.closed_on ? formatDay(month.closed_on) : '', who: month.closed_by ?? '—' })}</p>
      {month.accepted && <p>{t('acts.accepted_was', { reason: month.accepted })}</p>}
      <SaveAs label={t('acts.register')} what={t('acts.register')} at={(format) => registerAt(closing, format)} />
      <p class="acts-hash">{'SHA-256:'} {month.sha256}</p>
    </section>
  );
}

function Print({ closing }: { closing: string }) {
  const printing = usePrinting(closing);
  return (
    <section class="card stack" aria-label={t('acts.print')}>
      <h2>{t('acts.print')}</h2>
      <p class="muted">{t('acts.print_lead')}</p>
      <ErrorSummary problem={printing.problem} />
      <div class="page-actions">
        <Button busy={printing.busy === 'together'} onClick={() => void printing.run('together')}>{t('acts.print_together')}</Button>
        <Button busy={printing.busy === 'each'} onClick={() => void printing.run('each')}>{t('acts.print_each')}</Button>
        {printing.busy && <Button kind="quiet" onClick={printing.stop}>{t('acts.stop')}</Button>}
      </div>
      {printing.busy && <Progress label={t('acts.printing')} share={printing.share} />}
    </section>
  );
}

function Acts({ closing }: { closing: string }) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [standing, setStanding] = useState<Standing | ''>('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [marking, setMarking] = useState(false);
  const settled = useSettled(name.trim());
  const list = useInfiniteQuery({
    queryKey: ['acts', 'list', closing, settled, standing],
    queryFn: ({ pageParam }) => getActs(closing, settled, standing, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? null;
  const choose = (ids: readonly string[], on: boolean) => setChosen((before) => new Set(on ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const ids = rows?.map((row) => row.id) ?? [];
  const columns: Column<ActSummary>[] = [
    ...(can('acts.mark') ? [{
      key: 'choose', title: t('acts.choose'), paper: 'left out' as const,
      cell: (row: ActSummary) => <input type="checkbox" class="acts-choose" aria-label={t('acts.choose_act', { number: row.label, name: row.name })} checked={chosen.has(row.id)} onChange={(event) => choose([row.id], event.currentTarget.checked)} />,
    }] : []),
    { key: 'name', title: t('acts.recipient'), weight: 'main', cell: (row) => <a href={`/acts/one/${row.id}`}>{row.name}</a> },
    { key: 'number', title: t('acts.number'), cell: (row) => row.label },
    { key: 'services', title: t('acts.services'), align: 'end', weight: 'minor', cell: (row) => formatNumber(row.facts) },
    { key: 'sum', title: t('acts.sum'), align: 'end', cell: (row) => money(row.sum_kopecks) },
    { key: 'payable', title: t('acts.payable'), align: 'end', cell: (row) => payment(row.payable_kopecks) },
    { key: 'standing', title: t('acts.signature'), cell: (row) => <Tag tone={tones[row.standing]}>{t(`acts.standing.${row.standing}`)}</Tag> },
    { key: 'print', title: t('acts.paper'), paper: 'left out', cell: (row) => <a href={actPaperAt(row.id)} target="_blank" rel="noopener" aria-label={t('acts.print_act', { number: row.label })}>{'PDF'}</a> },
  ];
  return (
    <section class="stack" aria-label={t('acts.acts')}>
      <h2>{t('acts.acts')}</h2>
      <div class="acts-find">
        <TextInput name="name" type="search" label={t('acts.find')} required value={name} onChange={setName} />
        <Select name="standing" label={t('acts.signature')} required value={standing} empty={t('acts.any')} choices={standings.map((each) => ({ value: each, label: t(`acts.standing.${each}`) }))} onChange={(next) => setStanding(next as Standing | '')} />
      </div>
      {can('acts.mark') && ids.length > 0 && (
        <div class="acts-marking">
          <Button kind="quiet" onClick={() => choose(ids, !ids.every((id) => chosen.has(id)))}>{t(ids.every((id) => chosen.has(id)) ? 'acts.choose_none' : 'acts.choose_all')}</Button>
          <Button disabled={chosen.size === 0} onClick={() => setMarking(true)}>{t('acts.mark_chosen', { count: chosen.size })}</Button>
        </div>
      )}
      <Table caption={t('acts.acts')} rows={rows} rowKey={(row) => row.id} columns={columns} problem={list.error ? asProblem(list.error) : null} onRetry={() => void list.refetch()} empty={<EmptyState title={t('acts.none_found')} />}
        more={{ next: list.hasNextPage ? 'more' : null, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }} />
      <MarkDialog acts={[...chosen].slice(0, 200)} open={marking} onClose={() => setMarking(false)} onDone={() => { setMarking(false); setChosen(new Set()); void client.invalidateQueries({ queryKey: ['acts'] }); }} />
    </section>
  );
}

function Corrections({ closing }: { closing: string }) {
  const list = useInfiniteQuery({
    queryKey: ['acts', 'corrections', closing],
    queryFn: ({ pageParam }) => getCorrections(closing, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (rows.length === 0) return null;
  return (
    <section class="stack" aria-label={t('acts.corrections')}>
      <h2>{t('acts.corrections')}</h2>
      {rows.map((each) => <CorrectionCard key={each.id} correction={each} named />)}
      <More shown={rows.length} next={list.hasNextPage ? 'more' : null} busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
    </section>
  );
}

/** A closed month: what it reported, its acts and what it corrected of earlier ones. */
export default function ClosedPage() {
  const { params } = useRoute();
  const closing = params.closing ?? '';
  const month = useQuery({ queryKey: ['acts', 'month', closing], queryFn: () => getMonth(closing) });
  return (
    <Page title={month.data ? t('acts.closed_title', { month: formatMonthLong(month.data.month) }) : t('acts.title')} lead={t('acts.closed_lead')} crumbs={[{ href: '/acts', label: t('acts.title') }]}>
      <Loaded query={month}>
        {(found) => (
          <div class="stack">
            <Reported month={found} closing={closing} />
            {(found.totals?.people ?? 0) > 0 && <Print closing={closing} />}
            <Corrections closing={closing} />
            <Acts closing={closing} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
