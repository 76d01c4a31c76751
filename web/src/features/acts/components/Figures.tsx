import type { ComponentChildren } from 'preact';

/** Sums side by side. */
export function Figures({ figures }: { figures: readonly (readonly [string, ComponentChildren])[] }) {
  return <dl class="acts-figures">{figures.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}
