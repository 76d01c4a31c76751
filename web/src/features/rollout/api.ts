// What the rollout screens ask of the server.
import type { FeatureCollection } from 'geojson';
import { get, newKey, post, put, remove, send, type List } from '../../lib/api';
import type { Day } from '../../lib/dates';
import type {
  Adaptation, Adoption, AdoptionHead, Assignment, AssignRequest, Campaign, CampaignDraft, CellAddress, CellDetail, CellFact, Coverage,
  ImportReport, Matrix, MyCentre, PlanLine, PlannedLine, PracticeCard, PracticeDetail, ProposedLine, Starter,
} from './model/types';

const id = encodeURIComponent;

export const getMatrix = (day: Day | null, signal?: AbortSignal) => get<Matrix>('/matrix', { day }, signal);
export const getCell = (at: CellAddress, day: Day | null, signal?: AbortSignal) =>
  get<CellDetail>('/matrix/cell', { ...at, day }, signal);
export const getFacts = (at: CellAddress, range: { from?: Day | null; to?: Day | null }, cursor: string | null, signal?: AbortSignal) =>
  get<List<CellFact>>('/matrix/cell/facts', { ...at, ...range, cursor, limit: 25 }, signal);
/** By the fact, not by the person: no list gives away ids of people whom the reader does not know. */
export const revealName = (fact: string, reason: string, key: string) => post<{ name: string }>(`/facts/${id(fact)}/reveal`, { reason }, key);

export const getMap = () => get<FeatureCollection>('/map');
export const getCoverage = (from: Day, to: Day) => get<Coverage>('/figures/coverage', { from, to });
export const getPractices = () => get<List<PracticeCard>>('/practices', { limit: 200 }).then((list) => list.items);
export const getPractice = (practice: string) => get<PracticeDetail>(`/practices/${id(practice)}`);

export const getMyCentre = (organisation: string | null, signal?: AbortSignal) => get<MyCentre>('/my-centre', { organisation }, signal);
export const getStarters = (practice: string, signal?: AbortSignal) =>
  get<List<Starter>>(`/practices/${id(practice)}/who-could-start`, {}, signal).then((list) => list.items);

export const getCampaigns = (cursor: string | null) => get<List<Campaign>>('/campaigns', { cursor });
export const getCampaign = (campaign: string) => get<Campaign>(`/campaigns/${id(campaign)}`);
export const addCampaign = (draft: CampaignDraft, key: string) => post<Campaign>('/campaigns', draft, key);
export const saveCampaign = (campaign: Campaign, draft: CampaignDraft) =>
  put<Campaign>(`/campaigns/${id(campaign.id)}`, draft, `"${campaign.revision}"`).then((reply) => reply.body);
export const removeCampaign = (campaign: Campaign) => remove(`/campaigns/${id(campaign.id)}`);
export const signCampaign = (campaign: string, day: Day | null, key: string) =>
  post<Campaign>(`/campaigns/${id(campaign)}/sign`, day ? { signed_on: day } : {}, key);
export const getAssignments = (campaign: string) => get<List<Assignment>>(`/campaigns/${id(campaign)}/assignments`).then((list) => list.items);
export const assign = (campaign: string, request: AssignRequest, key: string) =>
  post<List<Assignment>>(`/campaigns/${id(campaign)}/assignments`, request, key).then((list) => list.items);
export const removeAssignment = (assignment: string) => remove(`/assignments/${id(assignment)}`);

export const moveDeadline = (assignment: string, deadline: Day, reason: string, key: string) =>
  post<Assignment>(`/assignments/${id(assignment)}/deadline`, { deadline, reason }, key);
export const exempt = (assignment: string, reason: string, key: string) => post<Assignment>(`/assignments/${id(assignment)}/exempt`, { reason }, key);
export const oblige = (assignment: string, reason: string, key: string) => post<Assignment>(`/assignments/${id(assignment)}/oblige`, { reason }, key);

export const adopt = (organisation: string, practice: string, key: string) => post<AdoptionHead>('/adoptions', { organisation, practice }, key);
export const getAdoption = (adoption: string) => get<Adoption>(`/adoptions/${id(adoption)}`);
export const getProposal = (adoption: string) => get<List<ProposedLine>>(`/adoptions/${id(adoption)}/plan`).then((list) => list.items);
export const confirmPlan = (adoption: string, lines: PlannedLine[], key: string) => post<AdoptionHead>(`/adoptions/${id(adoption)}/plan`, { lines }, key);
export const moveToVersion = (adoption: string, version: string, key: string) => post<AdoptionHead>(`/adoptions/${id(adoption)}/version`, { version }, key);
export const stopAdoption = (adoption: string, reason: string, key: string) => post<AdoptionHead>(`/adoptions/${id(adoption)}/stop`, { reason }, key);
export const saveAdaptations = (adoption: Adoption, items: Adaptation[]) =>
  put<unknown>(`/adoptions/${id(adoption.head.id)}/adaptations`, { items }, `"${adoption.revision}"`);

export const saveLine = (line: PlanLine, owner: string, due: Day) =>
  put<PlanLine>(`/plan-lines/${id(line.id)}`, { owner, due }, `"${line.revision}"`).then((reply) => reply.body);
export const addProof = (line: string, file: File, key: string) =>
  send<PlanLine>(`/plan-lines/${id(line)}/proof`, { method: 'POST', query: { name: file.name }, file, idempotencyKey: key, timeout: 300_000 });
export const proofAddress = (line: string) => `/api/v1/plan-lines/${id(line)}/proof`;
export const closeLine = (line: string, note: string, key: string) => post<PlanLine>(`/plan-lines/${id(line)}/close`, note ? { note } : {}, key);
export const reopenLine = (line: string, reason: string, key: string) => post<PlanLine>(`/plan-lines/${id(line)}/reopen`, { reason }, key);

export const importTable = (file: File, mode: 'check' | 'write', signal?: AbortSignal) =>
  send<ImportReport>('/rollout/import', {
    method: 'POST', query: { dry_run: mode === 'check' ? true : null }, file, idempotencyKey: newKey(), signal, timeout: 300_000,
  }).then((reply) => reply.body);
