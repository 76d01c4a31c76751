// What the screens of exchange ask of the server.
import { address, get, post, put, remove } from '../../lib/api';
import type { Answer, Decision, DecisionDraft, Delegation, DelegationDraft, Event, EventDraft, Programme } from './model/types';

export const getEvents = (when: 'coming' | 'past', cursor: string | null) => get('/exchange/events', { query: { when, cursor, limit: 50 } });
export const getEvent = (event: string) => get('/exchange/events/{event}', { path: { event } });
export const proposeEvent = (body: EventDraft, key: string) => post('/exchange/events', { body, key });
export const saveEvent = async ({ id, revision }: Event, body: EventDraft) =>
  (await put('/exchange/events/{event}', { path: { event: id }, body, etag: `"${revision}"` })).body;
export const saveProgramme = async ({ id, revision }: Event, body: Programme) =>
  (await put('/exchange/events/{event}/programme', { path: { event: id }, body, etag: `"${revision}"` })).body;
export const saveProtocol = async ({ id, revision }: Event, text: string) =>
  (await put('/exchange/events/{event}/protocol', { path: { event: id }, body: { text }, etag: `"${revision}"` })).body;
export const announceEvent = (event: string, key: string) => post('/exchange/events/{event}/announce', { path: { event }, key });
export const holdEvent = (event: string, key: string) => post('/exchange/events/{event}/hold', { path: { event }, key });
export const closeEvent = (event: string, key: string) => post('/exchange/events/{event}/close', { path: { event }, key });
export const cancelEvent = (event: string, reason: string, key: string) => post('/exchange/events/{event}/cancel', { path: { event }, body: { reason }, key });

export const signUp = (event: string, body: DelegationDraft, key: string) => post('/exchange/events/{event}/delegations', { path: { event }, body, key });
export const changeDelegation = async ({ id, revision }: Delegation, body: DelegationDraft) =>
  (await put('/exchange/delegations/{delegation}', { path: { delegation: id }, body, etag: `"${revision}"` })).body;
export const approve = (delegation: string, key: string) => post('/exchange/delegations/{delegation}/approve', { path: { delegation }, key });
export const withdraw = (delegation: string, key: string) => post('/exchange/delegations/{delegation}/withdraw', { path: { delegation }, key });
export const mark = (delegation: string, attended: boolean, delegate: string | null, key: string) =>
  post('/exchange/delegations/{delegation}/attendance', { path: { delegation }, body: delegate ? { attended, delegate } : { attended }, key });
export const getStaff = async (organisation: string) => (await get('/organisations/{organisation}/staff', { path: { organisation } })).items;

export const addFile = (event: string, file: File, consent: { people: string; obtained_by: string } | null, key: string) =>
  post('/exchange/events/{event}/files', {
    path: { event },
    query: consent ? { name: file.name, kind: 'photo', ...consent } : { name: file.name, kind: 'material' },
    file,
    key,
    timeout: 300_000,
  });
export const fileAddress = (file: string) => address('/exchange/files/{file}', { path: { file } });
export const removeFile = (file: string) => remove('/exchange/files/{file}', { path: { file } });

export const decide = (event: string, body: DecisionDraft, key: string) => post('/exchange/events/{event}/decisions', { path: { event }, body, key });
export const finish = (decision: string, answer: string, key: string) => post('/exchange/decisions/{decision}/done', { path: { decision }, body: { answer }, key });
export const drop = (decision: string, reason: string, key: string) => post('/exchange/decisions/{decision}/drop', { path: { decision }, body: { reason }, key });
export const giveLink = ({ id }: Decision, key: string) => post('/exchange/decisions/{decision}/link', { path: { decision: id }, key });
export const revokeLink = ({ id }: Decision) => remove('/exchange/decisions/{decision}/link', { path: { decision: id } });
export const askedBy = (token: string) => post('/exchange/answers/show', { body: { token } });
export const sendAnswer = (body: Answer) => post('/exchange/answers', { body });

export const pick = (event: string, organisation: string, practice: string, key: string) =>
  post('/exchange/events/{event}/picks', { path: { event }, body: { organisation, practice }, key });
export const adoptPick = (pick: string, key: string) => post('/exchange/picks/{pick}/adopt', { path: { pick }, key });
export const removePick = (pick: string) => remove('/exchange/picks/{pick}', { path: { pick } });
export const getResult = (event: string) => get('/exchange/events/{event}/result', { path: { event } });
export const getFigures = (year: number | null) => get('/exchange/figures', { query: { year } });
export const getPlanner = async (organisation: string, practice: string) => (await get('/exchange/planner', { query: { organisation, practice } })).items;
export const getPractices = async () => (await get('/practices', { query: { limit: 200 } })).items;
