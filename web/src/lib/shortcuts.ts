// Bound to the physical key: on a Russian layout the letter of the K key is another one.
import { useEffect, useRef } from 'preact/hooks';
import type { PlainKey } from './messages';
import { view } from './view';

export interface Shortcut {
  /** Modifiers in the order Control, Alt, Shift, then the code of the key: `Control+KeyK`, `F2`, `Slash`. */
  keys: string;
  label: PlainKey;
}

interface Bound extends Shortcut {
  run(event: KeyboardEvent): void;
}

const bound: Bound[] = [];

export function keysOf(event: KeyboardEvent): string {
  const control = event.ctrlKey || event.metaKey ? 'Control+' : '';
  return `${control}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

export function isSingleKey(keys: string): boolean {
  return !keys.includes('Control+') && !keys.includes('Alt+') && !/F\d+$/.test(keys);
}

function listen(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const keys = keysOf(event);
  // The latest binding wins: a dialog over a page takes the page's keys.
  const found = [...bound].reverse().find((each) => each.keys === keys);
  if (!found) return;
  if (isSingleKey(keys) && (isTyping(event.target) || view.get().letters === 'off')) return;
  event.preventDefault();
  found.run(event);
}

export function shortcuts(): readonly Shortcut[] {
  return bound;
}

export function useShortcut(keys: string, label: PlainKey, run: (event: KeyboardEvent) => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const entry: Bound = { keys, label, run: (event) => latest.current(event) };
    if (bound.length === 0) addEventListener('keydown', listen);
    bound.push(entry);
    return () => {
      bound.splice(bound.indexOf(entry), 1);
      if (bound.length === 0) removeEventListener('keydown', listen);
    };
  }, [keys, label]);
}

const keyNames: Record<string, string> = { Control: 'Ctrl', Slash: '/', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

export function keyNamesOf(keys: string): string[] {
  if (keys === 'Shift+Slash') return ['?'];
  return keys.split('+').map((key) => keyNames[key] ?? key.replace(/^(Key|Digit)/, ''));
}
