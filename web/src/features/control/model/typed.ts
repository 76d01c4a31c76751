// What was typed about one item waits for it while others are looked at.
import { useState } from 'preact/hooks';
import { dropDraft, keepDraft, takeDraft } from '../../../lib/draft';

/** What is untouched is not kept: the mark of a colleague is to be seen. */
export function useTyped<Value>(inspection: string, item: string, said: Value): [Value, (next: Value) => void, () => void] {
  const name = `control ${inspection} ${item}`;
  const [value, setValue] = useState<Value>(() => {
    const kept = takeDraft<Value>(name);
    if (kept) keepDraft(name, kept);
    return kept ?? said;
  });
  const change = (next: Value) => {
    setValue(next);
    keepDraft(name, next);
  };
  return [value, change, () => dropDraft(name)];
}
