import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Tag } from '../../../ui/Tag';
import type { ItemView, Mark } from '../api';
import { toneOfMark, whereOf } from '../model/words';
import { FileLinks } from './Files';

export function MarkLine({ mark }: { mark: Mark }) {
  return (
    <p>
      <Tag tone={toneOfMark[mark.mark]}>{t(`control.mark.${mark.mark}`)}</Tag> <span class="muted">{formatDay(mark.day)}</span> {mark.note}
      {mark.owner && mark.days && <> {t('control.to_be_done', { owner: mark.owner, days: mark.days })}</>}
    </p>
  );
}

/** Every item with its mark; while the check is open, each is a way back to it. */
export function ItemList({ items, onJump }: { items: readonly ItemView[]; onJump?(at: number): void }) {
  return (
    <ul class="control-list">
      {items.map(({ item, mark, files }, at) => (
        <li key={item.item}>
          {onJump ? <button type="button" class="control-jump" onClick={() => onJump(at)}>{whereOf(item)}: {titleOf(item.text)}</button> : <p><strong>{whereOf(item)}</strong>: {titleOf(item.text)}</p>}
          {mark ? <MarkLine mark={mark} /> : <p class="muted">{t('control.no_mark')}</p>}
          {files.length > 0 && <FileLinks files={files} />}
        </li>
      ))}
    </ul>
  );
}
