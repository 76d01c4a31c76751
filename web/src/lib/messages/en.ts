import { merge } from './merge';
export default merge(import.meta.glob<Record<string, string>>('/src/**/strings/en.json', { eager: true, import: 'default' }));
