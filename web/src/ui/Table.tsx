import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { problemText, type Problem } from '../lib/api';
import { t } from '../lib/messages';
import { Button } from './Button';
import { Icon } from './Icon';
import { More, type MoreProps } from './More';
import { Waiting } from './Progress';

export interface Sort {
  column: string;
  direction: 'ascending' | 'descending';
}

export interface Column<Row> {
  key: string;
  title: string;
  cell(row: Row): ComponentChildren;
  sortable?: boolean;
  align?: 'start' | 'end';
  /** The narrow view keeps the important columns only. */
  weight?: 'main' | 'normal' | 'minor';
  /** What can only be clicked is left out on paper. */
  paper?: 'left out';
}

export interface TableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[] | null;
  rowKey(row: Row): string;
  sort?: Sort;
  onSort?(sort: Sort): void;
  problem?: Problem | null;
  onRetry?(): void;
  empty: ComponentChildren;
  more?: Omit<MoreProps, 'shown'>;
}

function moveBetweenRows(event: KeyboardEvent, body: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !body || !(event.target instanceof HTMLAnchorElement)) return;
  const links = [...body.querySelectorAll<HTMLAnchorElement>('td.main a')];
  const next = links[links.indexOf(event.target) + step];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort | undefined; onSort: TableProps<Row>['onSort'] }) {
  const sorted = sort?.column === column.key ? sort.direction : undefined;
  if (!column.sortable || !onSort) return <span>{column.title}</span>;
  return (
    <button
      type="button"
      class={`sort ${sorted ?? ''}`}
      onClick={() => onSort({ column: column.key, direction: sorted === 'ascending' ? 'descending' : 'ascending' })}
    >
      {column.title}
      <Icon name={sorted === 'descending' ? 'descending' : 'ascending'} />
    </button>
  );
}

export function Table<Row>({ caption, columns, rows, rowKey, sort, onSort, problem, onRetry, empty, more }: TableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  if (problem) {
    return (
      <div class="table-problem" role="alert">
        <p>{problemText(problem)}</p>
        {onRetry && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
      </div>
    );
  }
  if (rows?.length === 0) return <>{empty}</>;
  // The roles are written out, because the narrow view turns rows into cards and browsers then forget them.
  return (
    <div class="table-frame">
      <table class="table" role="table">
        <caption class="visually-hidden">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                role="columnheader"
                class={`${column.align ?? 'start'} ${column.paper ? 'no-print' : ''}`}
                aria-sort={sort?.column === column.key ? sort.direction : undefined}
              >
                <Head column={column} sort={sort} onSort={onSort} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" ref={body} onKeyDown={(event) => moveBetweenRows(event, body.current)}>
          {rows?.map((row) => (
            <tr key={rowKey(row)} role="row">
              {columns.map((column) => (
                <td key={column.key} role="cell" class={`${column.align ?? 'start'} ${column.weight ?? 'normal'} ${column.paper ? 'no-print' : ''}`} data-title={column.title}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Waiting waiting={rows === null} />
      {rows && more && <More {...more} shown={rows.length} />}
    </div>
  );
}
