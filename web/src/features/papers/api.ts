import { address, get, post, type Schemas, type Sent } from '../../lib/api';
import type { Language } from '../../lib/messages';

export type PaperKind = Schemas['PaperKind'];
export type KindSheet = Schemas['PaperKindSheet'];
export type PaperField = Schemas['PaperField'];
export type PaperFilter = Schemas['PaperFilter'];
export type TemplateCheck = Schemas['PaperTemplateCheck'];
export type Block = Schemas['PaperBlock'];
export type Paper = Schemas['Paper'];

export const listKinds = async () => (await get('/paper-kinds')).items;
export const getKind = (kind: string, language: Language, version?: number) =>
  get('/paper-kinds/{kind}', { path: { kind }, query: { language, ...(version === undefined ? {} : { version }) } });
export const checkTemplate = (kind: string, language: Language, text: string, signal: AbortSignal) =>
  post('/paper-kinds/{kind}/check', { path: { kind }, body: { language, text }, signal });
export const saveTemplate = (kind: string, body: Sent<Schemas['PaperTemplatePublication']>, key: string) => post('/paper-kinds/{kind}/versions', { path: { kind }, body, key });
export const sampleAddress = (kind: string, language: Language, version: number) => address('/paper-kinds/{kind}/sample', { path: { kind }, query: { language, version } });

export const getPapers = (organisation: string, kind: string, cursor: string | null) =>
  get('/papers', { query: { organisation, ...(kind ? { kind } : {}), ...(cursor ? { cursor } : {}) } });
export const paperAddress = (paper: string) => address('/papers/{paper}/pdf', { path: { paper } });
export const recognise = (file: File) => post('/papers/recognise', { file });
