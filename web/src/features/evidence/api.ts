import { address, get, post, type Schemas } from '../../lib/api';

export type Review = Schemas['Review'];
export type ReviewRequest = Schemas['ReviewRequest'];
export type Axes = Schemas['EvidenceAxes'];
export type AxisState = Schemas['AxisState'];
export type Judgement = Schemas['Judgement'];
export type JudgementRequest = Schemas['JudgementRequest'];
export type Cost = Schemas['EvidenceCost'];
export type Rate = Schemas['HourRate'];
export type ResultCost = Schemas['ResultCost'];
export type ScaleOutcome = Schemas['ScaleOutcome'];
export type ScaleChange = Schemas['ScaleChange'];
export type Comparison = Schemas['EvidenceComparison'];
export type Measure = Comparison['measure'];

export const readPractice = (practice: string) => get('/practices/{practice}', { path: { practice } });
export const adoptionsOf = async (practice: string) => (await get('/adoptions', { query: { practice } })).items;

export const readReviews = (practice: string, cursor: string | null) => get('/practices/{practice}/reviews', { path: { practice }, query: { cursor, limit: 50 } });
export const readReviewsOf = async (practice: string, organisation: string) =>
  (await get('/practices/{practice}/reviews', { path: { practice }, query: { organisation, limit: 50 } })).items;
export const writeReview = (adoption: string, body: ReviewRequest, key: string) => post('/adoptions/{adoption}/review', { path: { adoption }, body, key });
export const answerReview = (practice: string, review: string, text: string, key: string) =>
  post('/practices/{practice}/review-answers', { path: { practice }, body: { review, text }, key });

export const readAxes = (practice: string) => get('/practices/{practice}/axes', { path: { practice } });
export const readJudgements = (practice: string, cursor: string | null) => get('/practices/{practice}/judgements', { path: { practice }, query: { cursor, limit: 50 } });
export const addGround = (practice: string, file: File, key: string) =>
  post('/practices/{practice}/evidence-files', { path: { practice }, query: { name: file.name }, file, key, timeout: 300_000 });
export const judge = (practice: string, body: JudgementRequest, key: string) => post('/practices/{practice}/judgements', { path: { practice }, body, key });
export const groundAddress = (practice: string, judgement: string) => address('/practices/{practice}/judgements/{judgement}/file', { path: { practice, judgement } });

export const readOutcomes = (practice: string, day: string | null) => get('/practices/{practice}/outcomes', { path: { practice }, query: { as_of: day } });

export const readCost = (practice: string) => get('/practices/{practice}/cost', { path: { practice } });
export const readRates = async () => (await get('/hour-rates')).items;
export const setRate = (body: Rate, key: string) => post('/hour-rates', { body, key });

export const compareStarts = (practice: string, measure: Measure) => get('/practices/{practice}/comparison', { path: { practice }, query: { measure } });
