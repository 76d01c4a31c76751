// How the reader wants to see the product. A cookie, so that pages rendered by the server follow it too.
import { readCookie, writeCookie } from './cookies';
import { createStore } from './store';

export const sizes = ['100', '150', '200'] as const;
export const schemes = ['light', 'dark', 'black-on-white', 'white-on-black', 'blue'] as const;
export const spacings = ['normal', 'wide'] as const;

export interface View {
  size: (typeof sizes)[number];
  scheme: (typeof schemes)[number];
  spacing: (typeof spacings)[number];
  /** Shortcuts of a single letter disturb speech input, so they can be switched off. */
  letters: 'on' | 'off';
}

export const usualView: View = { size: '100', scheme: 'light', spacing: 'normal', letters: 'on' };

function known<Value extends string>(values: readonly Value[], text: string | null, otherwise: Value): Value {
  return values.find((value) => value === text) ?? otherwise;
}

export function readView(text: string): View {
  const fields = new URLSearchParams(text);
  return {
    size: known(sizes, fields.get('size'), usualView.size),
    scheme: known(schemes, fields.get('scheme'), usualView.scheme),
    spacing: known(spacings, fields.get('spacing'), usualView.spacing),
    letters: known(['on', 'off'] as const, fields.get('letters'), usualView.letters),
  };
}

export const view = createStore<View>(readView(readCookie('ryadom_view') ?? ''));

export function applyView(next: View): void {
  const data = document.documentElement.dataset;
  data.size = next.size;
  data.scheme = next.scheme;
  data.spacing = next.spacing;
}

export function changeView(change: Partial<View>): void {
  const next = { ...view.get(), ...change };
  view.set(next);
  writeCookie('ryadom_view', new URLSearchParams({ ...next }).toString());
  applyView(next);
}
