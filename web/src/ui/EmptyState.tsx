import type { ComponentChildren } from 'preact';

export function EmptyState({ title, detail, action }: { title: string; detail?: string; action?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {detail && <p>{detail}</p>}
      {action && <div class="empty-action">{action}</div>}
    </div>
  );
}
