import { beforeAll } from 'vitest';
import { loadLanguage } from './messages';

beforeAll(() => loadLanguage('ru'));
