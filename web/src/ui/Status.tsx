import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/messages';
import { createStore, useStore } from '../lib/store';
import { Button } from './Button';

interface Toast {
  id: number;
  text: string;
  undo: (() => void) | undefined;
}

const spoken = createStore('');
const toasts = createStore<Toast[]>([]);
let count = 0;

/** Said by a screen reader, shown to nobody. */
export function announce(text: string): void {
  // The same words twice are silent unless the region changes.
  spoken.set((before) => (before === text ? `${text}\u00a0` : text));
}

/** Shows and says it; gives back what takes it away before its time. */
export function notify(text: string, undo?: () => void): () => void {
  count += 1;
  const toast = { id: count, text, undo };
  toasts.set((before) => [...before.slice(-2), toast]);
  announce(text);
  return () => dismiss(toast.id);
}

function dismiss(id: number): void {
  toasts.set((before) => before.filter((toast) => toast.id !== id));
}

function ToastRow({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), toast.undo ? 20_000 : 8_000);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      class="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusCapture={() => setHeld(true)}
      onBlurCapture={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.undo && (
        <Button
          onClick={() => {
            toast.undo?.();
            dismiss(toast.id);
          }}
        >
          {t('ui.undo')}
        </Button>
      )}
      <Button kind="quiet" icon="close" name={t('ui.close')} onClick={() => dismiss(toast.id)} />
    </div>
  );
}

/** Mounted once, beside the application. */
export function Status() {
  const words = useStore(spoken);
  const shown = useStore(toasts);
  return (
    <>
      <div class="visually-hidden" role="status">{words}</div>
      {shown.length > 0 && (
        <section class="toasts" aria-label={t('ui.notices')}>
          {shown.map((toast) => (
            <ToastRow key={toast.id} toast={toast} />
          ))}
        </section>
      )}
    </>
  );
}
