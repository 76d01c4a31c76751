import { t, type PlainKey } from '../../../lib/messages';

const keys: readonly (readonly [string, PlainKey])[] = [
  ['0–9', 'journal.key.type'],
  ['Enter, Tab', 'journal.key.enter'],
  ['← ↑ → ↓', 'journal.key.move'],
  ['Shift + ← ↑ → ↓', 'journal.key.select'],
  ['Ctrl + Enter', 'journal.key.fill'],
  ['Ctrl + R, Ctrl + D', 'journal.key.fill_right'],
  ['F8', 'journal.key.week'],
  ['Ctrl + C, Ctrl + V', 'journal.key.copy'],
  ['Delete', 'journal.key.delete'],
  ['Ctrl + Z, Ctrl + Y', 'journal.key.undo'],
  ['Insert', 'journal.key.row'],
  ['Ctrl + G', 'journal.key.group'],
  ['Ctrl + S', 'journal.key.save'],
  ['Esc, Tab', 'journal.key.leave'],
];

export function KeyList() {
  return (
    <details>
      <summary>{t('journal.keys')}</summary>
      <dl class="sheet-keys">
        {keys.map(([names, words]) => (
          <div key={names}>
            <dt><kbd>{names}</kbd></dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
