import { merge } from './merge';
export default merge(import.meta.glob<Record<string, string>>('/src/{app,ui,ui/person,ui/form}/strings/en.json', { eager: true, import: 'default' }));
