// The shapes of the API that these screens read and write, by the names of the house.
import type { Schemas, Sent } from '../../../lib/api';

export type Event = Schemas['ExchangeEvent'];
export type EventDraft = Sent<Event>;
export type EventHead = Schemas['ExchangeEventHead'];
export type EventView = Schemas['ExchangeEventView'];
export type EventState = Event['state'];
export type Programme = Schemas['Programme'];
export type ProgrammeItem = Schemas['ProgrammeItem'];
export type Delegation = Schemas['Delegation'];
export type DelegationDraft = Schemas['DelegationRequest'];
export type DelegateDraft = Schemas['DelegateRequest'];
export type Decision = Schemas['ExchangeDecision'];
export type DecisionDraft = Schemas['DecisionRequest'];
export type Answer = Schemas['DecisionAnswer'];
export type Pick = Schemas['ExchangePick'];
export type Outcome = Schemas['ExchangeOutcome'];
export type Step = Schemas['ExchangeStep'];
