// What the screens of control ask of the server.
import { address, get, post, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';

export type Inspection = Schemas['ControlInspection'];
export type InspectionView = Schemas['ControlInspectionView'];
export type ItemView = Schemas['ControlItemView'];
export type Item = Schemas['ControlItem'];
export type Mark = Schemas['ControlMark'];
export type Handed = Schemas['ControlFile'];
export type Choice = Schemas['ControlChoice'];
export type Finding = Schemas['ControlFinding'];
export type FindingView = Schemas['ControlFindingView'];
export type ComparedItem = Schemas['ControlComparedItem'];
export type Declared = Schemas['ControlDeclareRequest']['mark'];
export type VisitMark = Omit<Schemas['ControlVisitRequest'], 'item'>;
export type Outcome = NonNullable<ComparedItem['verdict']>;
export type Which = 'all' | 'unfinished' | 'overdue';

export const getChoices = async (organisation: string) => (await get('/control/choices', { query: { organisation } })).items;
export const getInspections = (organisation: string | null, cursor: string | null) => get('/control/inspections', { query: { organisation, cursor } });
export const getInspection = (inspection: string) => get('/control/inspections/{inspection}', { path: { inspection } });
export const beginSelfCheck = (organisation: string, version: string, key: string) => post('/control/self-checks', { body: { organisation, version }, key });
export const beginVisit = (organisation: string, version: string, key: string) => post('/control/visits', { body: { organisation, version }, key });
export const declare = (inspection: string, item: string, mark: Declared, note: string, key: string) =>
  post('/control/self-checks/{inspection}/marks', { path: { inspection }, body: { item, mark, note }, key });
export const say = (inspection: string, item: string, mark: VisitMark, key: string) =>
  post('/control/visits/{inspection}/marks', { path: { inspection }, body: { item, ...mark }, key });
export const closeInspection = ({ id, kind }: Inspection, key: string) =>
  kind === 'visit' ? post('/control/visits/{inspection}/close', { path: { inspection: id }, key }) : post('/control/self-checks/{inspection}/close', { path: { inspection: id }, key });
const long = 300_000;
export const addFile = ({ id, kind }: Inspection, item: string, file: File, key: string) => {
  const ask = { path: { inspection: id }, query: { item, name: file.name }, file, key, timeout: long };
  return kind === 'visit' ? post('/control/visits/{inspection}/files', ask) : post('/control/self-checks/{inspection}/files', ask);
};
export const fileAddress = (file: string) => address('/control/files/{file}', { path: { file } });

export const getComparison = (organisation: string, version: string, day: Day | null) => get('/control/comparison', { query: { organisation, version, day } });

export const getFindings = (organisation: string | null, which: Which, cursor: string | null) => get('/control/findings', { query: { organisation, which, cursor } });
export const getFinding = (finding: string) => get('/control/findings/{finding}', { path: { finding } });
export const addProof = (finding: string, file: File, key: string) =>
  post('/control/findings/{finding}/proof', { path: { finding }, query: { name: file.name }, file, key, timeout: long });
export const sayDone = (finding: string, note: string, key: string) => post('/control/findings/{finding}/done', { path: { finding }, body: { note }, key });
export const recheck = (finding: string, body: Schemas['ControlRecheckRequest'], key: string) => post('/control/findings/{finding}/recheck', { path: { finding }, body, key });

/** What the facts say of each statement; nothing where another version binds by now. */
export async function getOutcomes({ organisation, practice, service, version }: Inspection): Promise<Record<string, Outcome>> {
  const judged = await get('/verdicts', { query: { organisation, practice: practice ?? null, service: service ?? null } });
  if (judged.standard !== version) return {};
  return Object.fromEntries(judged.statements.map(({ statement, verdict }) => [statement.id, verdict.outcome]));
}
