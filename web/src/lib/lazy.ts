import { useEffect, useState } from 'preact/hooks';

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
