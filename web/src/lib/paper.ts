import { options } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The browser prints the page as it stands once the event is handled, so the change is drawn at once and not in the next frame. */
function drawAtOnce(change: () => void): void {
  const usual = options.debounceRendering;
  let draw: (() => void) | undefined;
  options.debounceRendering = (process) => (draw = process);
  change();
  options.debounceRendering = usual;
  draw?.();
}

/** Whether the page goes to paper now: a list that the screen shows in parts is printed whole. */
export function useOnPaper(): boolean {
  const [onPaper, setOnPaper] = useState(false);
  useEffect(() => {
    const begin = () => drawAtOnce(() => setOnPaper(true));
    const end = () => setOnPaper(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return onPaper;
}
