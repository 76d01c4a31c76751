// What the rollout screens ask of the server.
import type { FeatureCollection } from 'geojson';
import { address, get, getText, newKey, post, put, remove } from '../../lib/api';
import type { Day } from '../../lib/dates';
import type { Adaptation, Adoption, AssignRequest, Campaign, CampaignDraft, CellAddress, MergeDecision, PlanLine, PlannedLine } from './model/types';

export const getMatrix = (day: Day | null, signal?: AbortSignal) => get('/matrix', { query: { day }, signal });
export const getVerdictMatrix = (day: Day | null, signal?: AbortSignal) => get('/verdicts/matrix', { query: { day }, signal });
export const getCell = (at: CellAddress, day: Day | null, signal?: AbortSignal) => get('/matrix/cell', { query: { ...at, day }, signal });
export const getFacts = (at: CellAddress, range: { from?: Day | null; to?: Day | null }, cursor: string | null, signal?: AbortSignal) =>
  get('/matrix/cell/facts', { query: { ...at, ...range, cursor, limit: 25 }, signal });
/** By the fact, not by the person: no list gives away ids of people whom the reader does not know. */
export const revealName = (fact: string, reason: string, key: string) => post('/facts/{id}/reveal', { path: { id: fact }, body: { reason }, key });

export const getMap = async (): Promise<FeatureCollection> => JSON.parse(await getText('/map'));
export const getCoverage = (from: Day, to: Day) => get('/figures/coverage', { query: { from, to } });
export const getPractices = async () => (await get('/practices', { query: { limit: 200 } })).items;
export const getPractice = (practice: string) => get('/practices/{practice}', { path: { practice } });

export const getMyCentre = (organisation: string | null, signal?: AbortSignal) => get('/my-centre', { query: { organisation }, signal });
export const getStarters = async (practice: string, signal?: AbortSignal) => (await get('/practices/{practice}/who-could-start', { path: { practice }, signal })).items;

export const getCampaigns = (cursor: string | null) => get('/campaigns', { query: { cursor } });
export const getCampaign = (campaign: string) => get('/campaigns/{campaign}', { path: { campaign } });
export const addCampaign = (body: CampaignDraft, key: string) => post('/campaigns', { body, key });
export const saveCampaign = async ({ id, revision }: Campaign, body: CampaignDraft) =>
  (await put('/campaigns/{campaign}', { path: { campaign: id }, body, etag: `"${revision}"` })).body;
export const removeCampaign = ({ id }: Campaign) => remove('/campaigns/{campaign}', { path: { campaign: id } });
export const signCampaign = (campaign: string, day: Day | null, key: string) =>
  post('/campaigns/{campaign}/sign', { path: { campaign }, body: day ? { signed_on: day } : {}, key });
export const getProgress = async (campaign: string) => (await get('/campaigns/{campaign}/progress', { path: { campaign } })).items;
export const getAssignments = async (campaign: string) => (await get('/campaigns/{campaign}/assignments', { path: { campaign } })).items;
export const assign = async (campaign: string, body: AssignRequest, key: string) =>
  (await post('/campaigns/{campaign}/assignments', { path: { campaign }, body, key })).items;

export const getChanges = async (assignment: string) => (await get('/assignments/{assignment}/changes', { path: { assignment } })).items;
export const removeAssignment = (assignment: string) => remove('/assignments/{assignment}', { path: { assignment } });
export const moveDeadline = (assignment: string, deadline: Day, reason: string, key: string) =>
  post('/assignments/{assignment}/deadline', { path: { assignment }, body: { deadline, reason }, key });
export const exempt = (assignment: string, reason: string, key: string) => post('/assignments/{assignment}/exempt', { path: { assignment }, body: { reason }, key });
export const oblige = (assignment: string, reason: string, key: string) => post('/assignments/{assignment}/oblige', { path: { assignment }, body: { reason }, key });

export const adopt = (organisation: string, practice: string, key: string) => post('/adoptions', { body: { organisation, practice }, key });
export const getAdoption = (adoption: string) => get('/adoptions/{adoption}', { path: { adoption } });
export const getProposal = async (adoption: string) => (await get('/adoptions/{adoption}/plan', { path: { adoption } })).items;
export const confirmPlan = (adoption: string, lines: PlannedLine[], key: string) => post('/adoptions/{adoption}/plan', { path: { adoption }, body: { lines }, key });
export const getMerge = (adoption: string, version: string) => get('/adoptions/{adoption}/merge', { path: { adoption }, query: { version } });
export const moveToVersion = (adoption: string, version: string, decisions: MergeDecision[], key: string) =>
  post('/adoptions/{adoption}/version', { path: { adoption }, body: { version, decisions }, key });
export const stopAdoption = (adoption: string, reason: string, key: string) => post('/adoptions/{adoption}/stop', { path: { adoption }, body: { reason }, key });
export const saveAdaptations = ({ head, revision }: Adoption, items: Adaptation[]) =>
  put('/adoptions/{adoption}/adaptations', { path: { adoption: head.id }, body: { items }, etag: `"${revision}"` });

export const saveLine = async ({ id, revision }: PlanLine, owner: string, due: Day) =>
  (await put('/plan-lines/{line}', { path: { line: id }, body: { owner, due }, etag: `"${revision}"` })).body;
export const addProof = (line: string, file: File, key: string) =>
  post('/plan-lines/{line}/proof', { path: { line }, query: { name: file.name }, file, key, timeout: 300_000 });
export const orderAddress = (campaign: string) => address('/campaigns/{campaign}/paper', { path: { campaign } });
export const proofAddress = (line: string) => address('/plan-lines/{line}/proof', { path: { line } });
export const closeLine = (line: string, note: string, key: string) => post('/plan-lines/{line}/close', { path: { line }, body: note ? { note } : {}, key });
export const reopenLine = (line: string, reason: string, key: string) => post('/plan-lines/{line}/reopen', { path: { line }, body: { reason }, key });

export const importTable = (file: File, mode: 'check' | 'write', signal?: AbortSignal) =>
  post('/rollout/import', { query: { dry_run: mode === 'check' ? true : null }, file, key: newKey(), signal, timeout: 300_000 });
