// The shapes of the API that these screens read and write, by the names of the house.
import type { Ask, Schemas, Sent } from '../../../lib/api';

export type Named = Schemas['RolloutNamed'];
export type StageState = Schemas['StageView'];
export type Stage = StageState['stage'];
export type Sign = StageState['sign'];
export type Flags = Schemas['StageFlags'];

/** Whether an order speaks of it, if only to exempt the centre. */
export function ordered(state: Pick<StageState, 'deadline' | 'exempt'>): boolean {
  return Boolean(state.deadline) || state.exempt;
}

export type Forecast = Schemas['Forecast'];
export type Action = Schemas['RolloutAction'];

export type Matrix = Schemas['Matrix'];
export type VerdictMatrix = Schemas['VerdictMatrix'];
export type Cell = Schemas['MatrixCell'];
export type CellDetail = Schemas['MatrixCellDetail'];
export type CellAddress = Pick<Ask<'get', '/matrix/cell'>['query'], 'organisation' | 'practice'>;
export type CellFact = Schemas['CellFact'];
export type Period = Schemas['CellPeriod'];
export type Order = Schemas['CellOrder'];
export type Change = Schemas['AssignmentChange'];
export type ShownCount = Schemas['ShownCount'];
export type Coverage = Schemas['Coverage'];

export type Starter = Schemas['StarterView'];
export type Campaign = Schemas['Campaign'];
export type CampaignProgress = Schemas['CampaignProgress'];
export type AssignmentProgress = Schemas['AssignmentProgress'];
export type CampaignDraft = Sent<Campaign>;
export type Assignment = Schemas['Assignment'];
export type AssignRequest = Schemas['AssignRequest'];

export type MyCentre = Schemas['MyCentre'];
export type Asked = Schemas['AskedView'];
export type Adoption = Schemas['AdoptionView'];
export type Adaptation = Schemas['Adaptation'];
export type Merge = Schemas['AdoptionMerge'];
export type MergeItem = Schemas['MergeItem'];
export type MergeDecision = Schemas['MergeDecision'];
export type Need = Schemas['NeedView'];
export type PlanLine = Schemas['PlanLine'];
export type PlannedLine = Schemas['PlannedLine'];
export type ProposedLine = Schemas['ProposedLine'];
export type ImportReport = Schemas['RolloutImportReport'];
