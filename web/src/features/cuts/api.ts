import type { FeatureCollection } from 'geojson';
import { address, get, getText, type Ask, type Schemas } from '../../lib/api';
import { wordsOf } from '../../lib/words';

export type Cut = Schemas['Cut'];
export type CutRow = Schemas['CutRow'];
export type CutValue = Schemas['CutValue'];
export type Fact = Schemas['Fact'];
export type CutQuery = Ask<'get', '/figures/cuts'>['query'];
export type CutFactsQuery = Ask<'get', '/figures/cuts/facts'>['query'];
export type Axis = NonNullable<CutQuery['rows']>;
export type Measure = NonNullable<CutQuery['measure']>;

export const axes = wordsOf<Axis>({
  district: true, centre: true, performer: true, practice: true, service: true, kind: true, month: true, quarter: true, year: true, age: true, sex: true, channel: true,
});
export const measures = wordsOf<Measure>({ people: true, services: true, minutes: true, unnamed: true, per_thousand: true });
export const ages = wordsOf<NonNullable<CutQuery['age']>>({ '0-17': true, '18-59': true, '60-74': true, '75plus': true });
export const sexes = wordsOf<NonNullable<CutQuery['sex']>>({ female: true, male: true });
export const channels = wordsOf<NonNullable<CutQuery['channel']>>({ centre: true, home: true, remote: true, residential: true });

export const getCut = (query: CutQuery, signal?: AbortSignal) => get('/figures/cuts', { query, signal });
export const cutAddress = (query: CutQuery, format: 'xlsx' | 'csv' | 'pdf') => address('/figures/cuts/export', { query: { ...query, format } });
export const getCutFacts = (query: CutFactsQuery, signal?: AbortSignal) => get('/figures/cuts/facts', { query, signal });
export const getPractices = async () => (await get('/practices', { query: { limit: 200 } })).items;
export const getMap = async (): Promise<FeatureCollection> => JSON.parse(await getText('/map'));
export const getKinds = async () => (await get('/service-kinds')).items;
