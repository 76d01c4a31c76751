// A press of the pointer leaves one field and becomes a click a moment later. What moves the page between the two takes the
// button away from under the pointer, so it waits for the click.
import { useEffect, useState } from 'preact/hooks';

let pressed = false;
addEventListener('pointerdown', () => (pressed = true), true);
for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => (pressed = false), true);

function afterPress(run: () => void): () => void {
  let wanted = true;
  const once = () => wanted && run();
  if (!pressed) once();
  else for (const end of ['pointerup', 'pointercancel']) addEventListener(end, () => setTimeout(once), { once: true });
  return () => {
    wanted = false;
  };
}

/** The value, held back while a pointer is pressed. */
export function useSteady<Value>(value: Value): Value {
  const [steady, setSteady] = useState(value);
  useEffect(() => afterPress(() => setSteady(value)), [value]);
  return steady;
}
