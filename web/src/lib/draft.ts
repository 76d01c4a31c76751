// Forms keep what was typed. Cards of people stand on shared computers, so a draft lives in the session of the browser,
// belongs to one account, and goes when its owner signs out.
import { useEffect, useState } from 'preact/hooks';
import { session } from './session';

const prefix = 'ryadom_draft ';

function keyOf(name: string): string {
  return `${prefix}${session.get()?.account.id ?? ''} ${name}`;
}

function read<Value>(name: string): Value | null {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null') as Value | null;
  } catch {
    return null;
  }
}

export function keepDraft(name: string, value: unknown): void {
  try {
    sessionStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // A browser that keeps nothing still fills in forms.
  }
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(keyOf(name));
}

/** What another page left for this one, once. */
export function takeDraft<Value>(name: string): Value | null {
  const value = read<Value>(name);
  dropDraft(name);
  return value;
}

/** Drops the drafts of everyone, or of everyone but the one who has signed in. */
export function dropDrafts(exceptOf?: string): void {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(prefix) && !(exceptOf && key.startsWith(`${prefix}${exceptOf} `))) sessionStorage.removeItem(key);
  }
}

session.subscribe(() => {
  const account = session.get()?.account.id;
  if (account) dropDrafts(account);
});

export function useDraft<Value>(name: string, initial: () => Value): [Value, (next: Value | ((before: Value) => Value)) => void, () => void] {
  const [value, setValue] = useState<Value>(() => read<Value>(name) ?? initial());
  useEffect(() => keepDraft(name, value), [name, value]);
  return [value, setValue, () => dropDraft(name)];
}
