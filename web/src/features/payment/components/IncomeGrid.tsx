import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { formatMonthLong, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { kopecksOf } from '../../../lib/money';
import { Button } from '../../../ui/Button';
import { fieldId } from '../../../ui/Field';
import { monthsBefore, type MemberForm } from '../model/form';
import { copiedCells, filledDown, filledGaps, pasted, type Column } from '../model/grid';
import { money } from '../model/words';

interface GridProps {
  applied: Day;
  members: readonly MemberForm[];
  errors: Record<string, string>;
  onChange(members: MemberForm[]): void;
}

const cellName = (column: number, row: number) => `input/members/${column}/incomes/${row}`;

/** The caret stands where an arrow would leave the field. */
function atEdge(input: HTMLInputElement, key: string): boolean {
  const { selectionStart, selectionEnd, value } = input;
  if (selectionStart === 0 && selectionEnd === value.length) return true;
  return key === 'ArrowLeft' ? selectionEnd === 0 : selectionStart === value.length;
}

/** Twelve months, a column a person: arrows and Enter walk, a column of a spreadsheet is pasted, Ctrl+D repeats a sum downwards. */
export function IncomeGrid({ applied, members, errors, onChange }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const months = monthsBefore(applied);
  const columns: Column[] = members.map((each) => each.incomes);
  const put = (next: readonly Column[]) => onChange(members.map((each, at) => ({ ...each, incomes: next[at] ?? each.incomes })));
  const putColumn = (at: number, column: Column) => put(columns.map((each, place) => (place === at ? column : each)));
  const go = (column: number, row: number) => table.current?.querySelector<HTMLInputElement>(`[data-cell="${column} ${row}"]`)?.focus();

  const press = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>, column: number, row: number) => {
    if (event.ctrlKey && event.code === 'KeyD') {
      event.preventDefault();
      putColumn(column, filledDown(columns[column] ?? [], row));
      return;
    }
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (sideways && !atEdge(event.currentTarget, event.key)) return;
    const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], Enter: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    go(column + (step[0] ?? 0), row + (step[1] ?? 0));
  };
  const paste = (event: JSX.TargetedClipboardEvent<HTMLInputElement>, column: number, row: number) => {
    const cells = copiedCells(event.clipboardData?.getData('text/plain') ?? '');
    if (!cells) return;
    event.preventDefault();
    put(pasted(columns, row, column, cells));
  };
  const total = (column: Column) => column.reduce((sum, text) => sum + (kopecksOf(text) ?? 0), 0);

  return (
    <div class="pay-grid-frame">
      <table class="pay-grid" ref={table}>
        <caption class="visually-hidden">{t('payment.incomes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('payment.month')}</th>
            {members.map((each, column) => <th key={column} scope="col">{each.who || t('payment.member', { number: column + 1 })}</th>)}
          </tr>
        </thead>
        <tbody>
          {months.map((month, row) => (
            <tr key={month}>
              <th scope="row">{formatMonthLong(month)}</th>
              {members.map((member, column) => {
                const name = cellName(column, row);
                const wrong = errors[name] !== undefined || kopecksOf(member.incomes[row] ?? '') === null;
                return (
                  <td key={column}>
                    <input
                      id={fieldId(name)}
                      name={name}
                      data-cell={`${column} ${row}`}
                      aria-label={t('payment.income_of', { who: member.who || t('payment.member', { number: column + 1 }), month: formatMonthLong(month) })}
                      aria-invalid={wrong || undefined}
                      inputMode="decimal"
                      autocomplete="off"
                      value={member.incomes[row] ?? ''}
                      onFocus={(event) => event.currentTarget.select()}
                      onInput={(event) => putColumn(column, (columns[column] ?? []).map((old, line) => (line === row ? event.currentTarget.value : old)))}
                      onKeyDown={(event) => press(event, column, row)}
                      onPaste={(event) => paste(event, column, row)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('payment.total')}</th>
            {columns.map((column, at) => <td key={at} class="end">{money(total(column))}</td>)}
          </tr>
          <tr class="no-print">
            <td />
            {columns.map((column, at) => (
              <td key={at}>
                <Button kind="quiet" onClick={() => putColumn(at, filledGaps(column))}>{t('payment.fill_gaps')}</Button>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
