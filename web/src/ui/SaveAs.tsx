import { address } from '../lib/api';
import { t } from '../lib/messages';

export interface SaveAsProps {
  /** Where the table leaves the server: '/facts/export'. */
  path: string;
  query?: Parameters<typeof address>[1];
  /** The name of the table, for those who do not see what the words stand at. */
  what: string;
  label?: string;
}

/** The same table for a spreadsheet or another program. */
export function SaveAs({ path, query, what, label = t('ui.save_as') }: SaveAsProps) {
  const link = (format: 'xlsx' | 'csv') => (
    <a href={address(path, { ...query, format })} download aria-label={t('ui.save_format', { format: format.toUpperCase(), what })}>
      {format.toUpperCase()}
    </a>
  );
  return (
    <p class="save-as">
      {label} {link('xlsx')} · {link('csv')}
    </p>
  );
}
