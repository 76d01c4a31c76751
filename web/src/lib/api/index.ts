export * from './client';
export type { Ask, Schemas, Sent } from './document';
export * from './problem';
export * from './words';
