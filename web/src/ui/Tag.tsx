import type { ComponentChildren } from 'preact';

export type Tone = 'neutral' | 'good' | 'info' | 'warning' | 'danger';

export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ComponentChildren }) {
  return <span class={`tag ${tone}`}>{children}</span>;
}
