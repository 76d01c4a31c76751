import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import type { ItemView } from '../api';
import { useOutbox, type Outbox } from '../model/outbox';
import { DeclareForm } from './DeclareForm';
import { Unsent } from './Files';
import { VisitForm } from './VisitForm';

const root = document.createElement('div');
const item = (id: string): ItemView => ({ item: { item: `clause:${id}`, part: 'clause', id, address: '1.1', text: { ru: 'Вместе' } }, files: [], evidence: [] });
const note = () => root.querySelector('textarea')?.value;

afterEach(() => {
  render(null, root);
  sessionStorage.clear();
});

test.each([['self-check', DeclareForm], ['visit', VisitForm]] as const)('a note typed at an item of a %s waits there while others are looked at', (_, Form) => {
  const look = (id: string) => act(() => render(<Form key={id} inspection="i" view={item(id)} onSaid={() => {}} />, root));
  look('a');
  act(() => {
    const field = root.querySelector('textarea')!;
    field.value = 'Журнал на столе';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  look('b');
  expect(note()).toBe('');
  look('a');
  expect(note()).toBe('Журнал на столе');
});

test('a file that did not arrive stays in sight and is sent again as the same one', async () => {
  const keys: string[] = [];
  let box: Outbox | undefined;
  const run = (_: string, __: File, key: string) => {
    keys.push(key);
    return keys.length === 1 ? Promise.reject(new TypeError('away')) : Promise.resolve();
  };
  const Box = () => <Unsent outbox={(box = useOutbox(run))} />;
  act(() => render(<Box />, root));
  await act(() => box!.send('clause:a', new File(['x'], 'journal.pdf')));
  expect(root.textContent).toContain('Файл «journal.pdf» не отправлен.');
  const { item: where, file, key } = box!.files[0]!;
  await act(() => box!.send(where, file, key));
  expect(root.textContent).toBe('');
  expect(keys).toEqual([key, key]);
});
