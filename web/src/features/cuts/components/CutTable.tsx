import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Table, type Column, type Sort } from '../../../ui/Table';
import type { Cut, CutRow, CutValue } from '../api';
import { factsAddress, type Question } from '../model/question';
import { groupWords, valueWords } from '../model/words';

export interface CutTableProps {
  cut: Cut;
  question: Question;
}

/** Totals of people stand beside the sums: whoever came twice is one. */
const totalKey = '';

interface Line {
  key: string;
  row: CutRow | null;
}

export function CutTable({ cut, question }: CutTableProps) {
  const [sort, setSort] = useState<Sort | null>(null);
  const { rows, columns, measure } = question;
  const number = (value: CutValue, place: { row?: string; column?: string }, of: string) => <Figure value={value} question={question} place={place} of={of} rounded={cut.rounded} />;
  const valueOf = (row: CutRow, column: string) => {
    const at = columns ? cut.columns.findIndex((each) => each.key === column) : -1;
    return (column !== totalKey && at >= 0 ? row.values[at] : row.total) ?? row.total;
  };
  const shown: Column<Line>[] = [
    { key: 'title', title: t(`cuts.axis.${rows}`), weight: 'main', sortable: true, cell: ({ row }) => (row ? groupWords(row, rows) : <strong>{t('cuts.total')}</strong>) },
    ...(columns
      ? cut.columns.map((column): Column<Line> => ({
          key: `of ${column.key}`,
          title: groupWords(column, columns),
          align: 'end',
          sortable: true,
          cell: ({ row }) =>
            row ? number(valueOf(row, column.key), { row: row.key, column: column.key }, `${groupWords(row, rows)}, ${groupWords(column, columns)}`) : number(column.total, { column: column.key }, groupWords(column, columns)),
        }))
      : []),
    {
      key: 'total',
      title: columns ? t('cuts.total') : t(`cuts.measure.${measure}`),
      align: 'end',
      sortable: true,
      cell: ({ row }) => (row ? number(row.total, { row: row.key }, groupWords(row, rows)) : number(cut.total, {}, t('cuts.total'))),
    },
  ];
  const worth = (row: CutRow, key: string) => valueOf(row, key === 'total' ? totalKey : key.slice(3)).value ?? -1;
  const ordered = [...cut.rows];
  if (sort) {
    const sign = sort.direction === 'ascending' ? 1 : -1;
    ordered.sort((a, b) => sign * (sort.column === 'title' ? a.title.localeCompare(b.title) : worth(a, sort.column) - worth(b, sort.column)));
  }
  const lines: Line[] = ordered.map((row) => ({ key: `row ${row.key}`, row }));
  if (lines.length > 0) lines.push({ key: 'total', row: null });
  return (
    <div class="cut-table">
      <Table
        caption={t('cuts.table')}
        columns={shown}
        rows={lines}
        rowKey={({ key }) => key}
        {...(sort ? { sort } : {})}
        onSort={setSort}
        empty={<EmptyState title={t('cuts.empty')} />}
      />
    </div>
  );
}

interface FigureProps {
  value: CutValue;
  question: Question;
  place: { row?: string; column?: string };
  of: string;
  rounded: boolean;
}

/** A number opens its facts, where the reader may see them. */
function Figure({ value, question, place, of, rounded }: FigureProps) {
  const words = valueWords(value, question.measure);
  if (rounded || !value.value) return <>{words}</>;
  return (
    <a href={factsAddress(question, place)} aria-label={t('cuts.facts_of', { value: words, of })}>
      {words}
    </a>
  );
}
