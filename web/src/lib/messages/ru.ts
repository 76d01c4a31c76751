import { merge } from './merge';
export default merge(import.meta.glob<Record<string, string>>('/src/**/strings/ru.json', { eager: true, import: 'default' }));
