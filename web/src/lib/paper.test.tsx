import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { useOnPaper } from './paper';

const root = document.createElement('div');
afterEach(() => render(null, root));

function List() {
  return <p>{useOnPaper() ? 'whole' : 'a part'}</p>;
}

test('a list is whole by the time that the print event has been handled', async () => {
  await act(() => render(<List />, root));
  expect(root.textContent).toBe('a part');
  dispatchEvent(new Event('beforeprint'));
  expect(root.textContent).toBe('whole');
  await act(() => void dispatchEvent(new Event('afterprint')));
  expect(root.textContent).toBe('a part');
});
