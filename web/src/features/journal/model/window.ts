// What of a long list is on the screen. Pure.
export interface Window {
  first: number;
  /** Behind the last one. */
  end: number;
}

/** Moves by whole steps, so that a small scroll draws nothing anew. */
export function windowOf(scrolled: number, visible: number, size: number, count: number, spare: number): Window {
  const step = Math.max(1, Math.floor(spare / 2));
  const top = Math.floor(Math.max(scrolled, 0) / size);
  const first = Math.max(0, Math.floor((top - spare / 2) / step) * step);
  const shown = Math.ceil(visible / size) + spare + step;
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.min(count, first + shown) };
}

/** How far to scroll so that the item is wholly seen between the edges. */
export function scrollTo(scrolled: number, visible: number, from: number, to: number): number {
  if (from < scrolled) return from;
  if (to > scrolled + visible) return to - visible;
  return scrolled;
}
