import { get, post, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';
import { wordsOf } from '../../lib/words';

export type Norm = Schemas['PaymentNorm'];
export type NormValue = Schemas['PaymentNormValue'];
export type NewNorms = Schemas['NewPaymentNorms'];
export type Category = Schemas['PaymentCategory'];
export type Input = Schemas['PaymentInput'];
export type Calculation = Schemas['PaymentCalculation'];
export type Step = Schemas['PaymentStep'];
export type Change = Schemas['PaymentChange'];
export type Assessment = Schemas['PaymentAssessment'];
export type NewAssessment = Schemas['NewPaymentAssessment'];

export const careForms = wordsOf<Input['care_form']>({ home: true, semi_residential: true, residential: true });
export const areas = wordsOf<Input['area']>({ city: true, village: true });
export const groups = wordsOf<Input['group']>({ pensioner: true, working_age: true, child: true, per_capita: true });

export const normsOn = async (on: Day) => (await get('/payment/norms', { query: { on } })).items;
export const normHistory = async ({ kind, service, group, category }: NormValue) =>
  (await get('/payment/norms/history', { query: { kind, ...(service ? { service } : {}), ...(group ? { group } : {}), ...(category ? { category } : {}) } })).items;
export const setNorms = (body: NewNorms, key: string) => post('/payment/norms', { body, key });
export const withdrawNorm = (norm: string, reason: string, key: string) => post('/payment/norms/{norm}/withdraw', { path: { norm }, body: { reason }, key });
export const endNorm = (norm: string, last: Day, key: string) => post('/payment/norms/{norm}/end', { path: { norm }, body: { last }, key });
export const getCategories = async () => (await get('/payment/categories')).items;

export const getPerson = (person: string) => get('/persons/{person}', { path: { person } });
export const getAssessments = (person: string, cursor: string) => get('/persons/{person}/payment', { path: { person }, query: { cursor, limit: 20 } });
export type Outdated = Schemas['OutdatedPayment'];
export const getOutdated = (organisation: string, cursor: string) => get('/payment/outdated', { query: { organisation, cursor, limit: 50 } });
export const getAssessment = (assessment: string) => get('/payment/assessments/{assessment}', { path: { assessment } });
export const recordAssessment = (person: string, body: NewAssessment, key: string) => post('/persons/{person}/payment', { path: { person }, body, key });
export const previewOf = (person: string, input: Input, signal: AbortSignal) => post('/persons/{person}/payment/preview', { path: { person }, body: { input }, signal });
