import { expect, test, vi } from 'vitest';
import english from '../../features/ledger/strings/en.json';
import kazakh from '../../features/ledger/strings/kk.json';

test('a feature has its words once it is opened, in the language that is shown by then and in later ones', async () => {
  vi.resetModules();
  const { loadLanguage, loadWords, t } = await import('.');
  await loadLanguage('ru');
  expect(t('ledger.save')).toBe('ledger.save');
  const opened = loadWords('ledger');
  await loadLanguage('en');
  await opened;
  expect(t('ledger.save')).toBe(english['ledger.save']);
  await loadLanguage('kk');
  expect(t('ledger.save')).toBe(kazakh['ledger.save']);
  expect(t('ui.retry')).not.toBe('ui.retry');
});
