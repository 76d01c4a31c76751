import { useState } from 'preact/hooks';
import type { Problem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { Button } from '../../../ui/Button';
import { Dialog as DialogPart, Sheet } from '../../../ui/Dialog';
import { EmptyState as EmptyStatePart } from '../../../ui/EmptyState';
import { ErrorSummary as ErrorSummaryPart } from '../../../ui/ErrorSummary';
import { Progress as ProgressPart } from '../../../ui/Progress';
import { notify } from '../../../ui/Status';
import { Table as TablePart, type Sort } from '../../../ui/Table';
import { Tag as TagPart } from '../../../ui/Tag';
import { names } from '../samples/rollout';

interface Centre {
  id: string;
  title: string;
  places: number;
  reached: number;
  deadline: string;
}

const centres: Centre[] = names.centres.map((title, index) => ({
  id: `c${index}`,
  title,
  places: 60 + ((index * 137) % 1900),
  reached: (index * 5) % 12,
  deadline: `2027-${String((index % 12) + 1).padStart(2, '0')}-01`,
}));

export function Table() {
  const [sort, setSort] = useState<Sort>({ column: 'title', direction: 'ascending' });
  const [count, setCount] = useState(6);
  const factor = sort.direction === 'ascending' ? 1 : -1;
  const rows = [...centres].sort((a, b) => factor * (sort.column === 'places' ? a.places - b.places : a.title.localeCompare(b.title)));
  return (
    <TablePart
      caption={t('kit.centre')}
      rows={rows.slice(0, count)}
      rowKey={(row) => row.id}
      sort={sort}
      onSort={setSort}
      empty={<EmptyStatePart title={t('kit.empty')} />}
      more={{ next: count < rows.length ? String(count) : null, onMore: () => setCount(count + 6) }}
      columns={[
        { key: 'title', title: t('kit.centre'), sortable: true, weight: 'main', cell: (row) => <a href={`/_kit?story=Table&centre=${row.id}`}>{row.title}</a> },
        { key: 'places', title: t('kit.places'), sortable: true, align: 'end', cell: (row) => formatNumber(row.places) },
        { key: 'reached', title: t('kit.reached'), cell: (row) => <TagPart tone={row.reached > 5 ? 'good' : 'warning'}>{`${row.reached} / 12`}</TagPart> },
        { key: 'deadline', title: t('kit.deadline'), align: 'end', weight: 'minor', cell: (row) => formatDay(row.deadline) },
      ]}
    />
  );
}

export function TableWaiting() {
  return <TablePart caption={t('kit.centre')} rows={null} rowKey={() => ''} empty={null} columns={[{ key: 'title', title: t('kit.centre'), cell: () => null }]} />;
}

export function Dialog() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null);
  const close = () => setOpen(null);
  return (
    <div class="kit-row">
      <Button onClick={() => setOpen('dialog')}>{t('kit.open_dialog')}</Button>
      <Button onClick={() => setOpen('sheet')}>{t('kit.open_sheet')}</Button>
      <Button onClick={() => notify(t('kit.moved'), () => undefined)}>{t('kit.notify')}</Button>
      <DialogPart title={t('kit.deadline')} open={open === 'dialog'} onClose={close} actions={<Button kind="primary" onClick={close}>{t('kit.save')}</Button>}>
        <p>{t('kit.empty_detail')}</p>
      </DialogPart>
      <Sheet title={t('kit.centre')} open={open === 'sheet'} onClose={close}>
        <p>{t('kit.empty_detail')}</p>
      </Sheet>
    </div>
  );
}

export function Tag() {
  return (
    <div class="kit-row">
      <TagPart>{t('kit.any')}</TagPart>
      <TagPart tone="good">{t('kit.reached')}</TagPart>
      <TagPart tone="info">{t('kit.channel.remote')}</TagPart>
      <TagPart tone="warning">{t('kit.deadline')}</TagPart>
      <TagPart tone="danger">{t('kit.attention')}</TagPart>
    </div>
  );
}

export function EmptyState() {
  return <EmptyStatePart title={t('kit.empty')} detail={t('kit.empty_detail')} action={<Button kind="primary">{t('kit.save')}</Button>} />;
}

export function Progress() {
  return (
    <div class="kit-form">
      <ProgressPart label={t('kit.progress')} share={0.45} />
      <ProgressPart label={t('kit.progress')} share={null} />
    </div>
  );
}

export function ErrorSummary() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const refuse = () =>
    setProblem({
      type: 'about:blank', title: '', status: 422, detail: t('kit.refused'), code: 'kit.refused', request_id: '01JD-7F3', retry_after: null,
      errors: [{ pointer: '/family', code: 'kit.family_wrong', detail: '' }, { pointer: '/deadline', code: 'ui.date_unreadable', detail: '' }],
    });
  return (
    <div class="stack">
      <div>
        <Button onClick={refuse}>{t('kit.save')}</Button>
      </div>
      <ErrorSummaryPart problem={problem} />
    </div>
  );
}
