import { t } from '../lib/messages';

type Format = 'xlsx' | 'csv' | 'pdf';

export interface SaveAsProps {
  /** Where the table leaves the server in a format. */
  at(format: Format): string;
  /** The name of the table, for those who do not see what the words stand at. */
  what: string;
  label?: string;
}

/** The same table for a spreadsheet, another program or paper. */
export function SaveAs({ at, what, label = t('ui.save_as') }: SaveAsProps) {
  const link = (format: Format) => (
    <a href={at(format)} download aria-label={t('ui.save_format', { format: format.toUpperCase(), what })}>
      {format.toUpperCase()}
    </a>
  );
  return (
    <p class="save-as">
      {label} {link('xlsx')} · {link('csv')} · {link('pdf')}
    </p>
  );
}
