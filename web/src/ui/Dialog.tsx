import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { t } from '../lib/messages';
import { Button } from './Button';

export interface DialogProps {
  title: string;
  open: boolean;
  onClose(): void;
  children: ComponentChildren;
  actions?: ComponentChildren;
  shape?: 'dialog' | 'sheet' | 'drawer' | 'palette';
}

/** The browser would begin at the cross. The first field is what the dialog was opened for; without one, a button that changes
 * nothing. */
function focusInside(dialog: HTMLDialogElement): void {
  const field = ':is(input:not([type=radio], [type=hidden]), input[type=radio]:checked, select, textarea):not(:disabled)';
  const safe = '.button:not(.primary, .danger)';
  const first = dialog.querySelector<HTMLElement>(`.dialog-content ${field}`) ?? (dialog.className === 'dialog' ? dialog.querySelector<HTMLElement>(`:is(.dialog-content, .dialog-actions) ${safe}`) : null);
  first?.focus();
}

/** The browser's own modal keeps the focus inside, closes by Esc and gives the focus back. */
export function Dialog({ title, open, onClose, children, actions, shape = 'dialog' }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (!dialog || dialog.open === open) return;
    if (open) {
      dialog.showModal();
      focusInside(dialog);
    } else dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      class={shape}
      aria-labelledby={titleId}
      onClose={() => open && onClose()}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {open && (
        <div class="dialog-body">
          <header class="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <Button kind="quiet" icon="close" name={t('ui.close')} onClick={onClose} />
          </header>
          <div class="dialog-content">{children}</div>
          {actions && <footer class="dialog-actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}

/** A card beside the list that opened it. */
export function Sheet(props: Omit<DialogProps, 'shape'>) {
  return <Dialog {...props} shape="sheet" />;
}
