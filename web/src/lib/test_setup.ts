import { beforeAll } from 'vitest';
import { loadAllWords, loadLanguage } from './messages';

beforeAll(async () => {
  await loadLanguage('ru');
  await loadAllWords();
});
