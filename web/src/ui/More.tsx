import { t } from '../lib/messages';
import { Button } from './Button';

export interface MoreProps {
  shown: number;
  /** Cursor of the next page, null at the end of the list. */
  next: string | null;
  busy?: boolean | undefined;
  onMore(): void;
}

/** Pages by cursor have no numbers: the reader adds the next part to the list. */
export function More({ shown, next, busy, onMore }: MoreProps) {
  return (
    <div class="more">
      <span class="more-count" role="status">{t('ui.shown', { count: shown })}</span>
      {next !== null && (
        <Button busy={busy} onClick={onMore}>
          {t('ui.show_more')}
        </Button>
      )}
    </div>
  );
}
