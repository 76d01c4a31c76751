import type { ComponentType } from 'preact';
import { lazy } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { loadWords } from './messages';

/** A page of a feature; its words arrive beside its code. */
export function lazyPage(feature: string, load: () => Promise<{ default: ComponentType }>) {
  return lazy(async () => (await Promise.all([load(), loadWords(feature)]))[0]);
}

/** Loads a heavy part after the first paint; until then, or without a network, the caller shows its plain form. */
export function useLazy<Part>(load: () => Promise<Part>, wanted = true): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let alive = true;
    load().then((loaded) => alive && setPart(() => loaded), () => undefined);
    return () => {
      alive = false;
    };
  }, [wanted]);
  return part;
}
