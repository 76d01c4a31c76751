import { get, post, put, remove, type Schemas } from '../../lib/api';
import type { Day } from '../../lib/dates';
import { wordsOf } from '../../lib/words';

export type Application = Schemas['Application'];
export type Entry = Schemas['ApplicationEntry'];
export type Clock = Schemas['ApplicationClock'];
export type Wish = Schemas['ApplicationWish'];
export type StepEvent = Schemas['ApplicationEvent'];
export type Programme = Schemas['IndividualProgramme'];
export type Version = Schemas['ProgrammeVersion'];
export type Content = Schemas['ProgrammeContent'];
export type Line = Schemas['ProgrammeLine'];
export type Mark = Schemas['ProgrammeMark'];
export type ProgrammeEntry = Schemas['ProgrammeEntry'];
export type Difference = Schemas['ProgrammeDifference'];
export type Contract = Schemas['ServiceContract'];
export type Reason = Schemas['ProgrammeReason'];
export type Norm = Schemas['ProgrammeNorm'];
export type NormValue = Schemas['ProgrammeNormValue'];
export type CalendarYear = Schemas['CalendarYear'];
export type SpecialDay = Schemas['SpecialDay'];
export type Grounds = Schemas['ProgrammeGrounds'];
export type Person = Schemas['Card']['person'];

export const channels = wordsOf<Wish['channel']>({ in_person: true, post: true, email: true, portal: true, agency: true });
export const forms = wordsOf<Wish['form']>({ home: true, semi_residential: true, residential: true, urgent: true });
export const periods = wordsOf<Line['every']>({ day: true, week: true, month: true, year: true, term: true });
export const outcomes = wordsOf<Mark['outcome']>({ fulfilled: true, partly: true, unfulfilled: true });

export const getPerson = async (person: string) => (await get('/persons/{person}', { path: { person } })).person;
export const getRepresentatives = async (person: string) => {
  const { file, people } = await get('/persons/{person}/file', { path: { person } });
  return file.representatives.map((each) => ({ ...each, name: each.name ?? people.find(({ id }) => id === each.person)?.name ?? '' }));
};
export const getCircumstances = async () => (await get('/person-lists')).items.filter(({ kind }) => kind === 'circumstance');
export const getNeeds = async (person: string) => (await get('/persons/{person}/assessments', { path: { person }, query: { limit: 20 } })).items;

export const getJournal = (organisation: string) => get('/applications', { query: { organisation } });
export const getClosed = (organisation: string, cursor: string) => get('/closed-applications', { query: { organisation, cursor, limit: 50 } });
export const getApplication = (application: string) => get('/applications/{application}', { path: { application } });
export const register = (person: string, body: Schemas['NewApplication'], key: string) => post('/persons/{person}/applications', { path: { person }, body, key });
export const correct = async (application: string, body: Schemas['ChangeApplication'], revision: number) =>
  (await put('/applications/{application}', { path: { application }, body, etag: `"${revision}"` })).body;
export const takeStep = (application: string, body: Schemas['ApplicationStep'], key: string) => post('/applications/{application}/steps', { path: { application }, body, key });
export const takeAssessment = (application: string, body: Schemas['ApplicationAssessment'], key: string) => post('/applications/{application}/assessment', { path: { application }, body, key });
export const decide = (application: string, body: Schemas['ApplicationDecision'], key: string) => post('/applications/{application}/decision', { path: { application }, body, key });

export const getPlans = (organisation: string, cursor: string) => get('/programmes', { query: { organisation, cursor, limit: 50 } });
export const getDrafts = async (organisation: string) => (await get('/programme-drafts', { query: { organisation } })).items;
export const getProgramme = (programme: string) => get('/programmes/{programme}', { path: { programme } });
export const getGrounds = (person: string, on: Day) => get('/persons/{person}/programme-grounds', { path: { person }, query: { on } });
export const getDifference = (programme: string, from: number, to: number) => get('/programmes/{programme}/difference', { path: { programme }, query: { from, to } });
export const draftProgramme = (person: string, body: Schemas['NewProgramme'], key: string) => post('/persons/{person}/programmes', { path: { person }, body, key });
export const draftVersion = (programme: string, body: Schemas['NewProgrammeVersion'], key: string) => post('/programmes/{programme}/versions', { path: { programme }, body, key });
export const changeDraft = async (programme: string, body: Schemas['ChangeProgrammeDraft'], revision: number) =>
  (await put('/programmes/{programme}/draft', { path: { programme }, body, etag: `"${revision}"` })).body;
export const removeDraft = (programme: string) => remove('/programmes/{programme}/draft', { path: { programme } });
export const approve = (programme: string, body: Schemas['ApproveProgrammeVersion'], key: string) => post('/programmes/{programme}/approve', { path: { programme }, body, key });
export const mark = (programme: string, body: Schemas['NewProgrammeMarks'], key: string) => post('/programmes/{programme}/marks', { path: { programme }, body, key });
export const endProgramme = (programme: string, body: Schemas['EndProgramme'], key: string) => post('/programmes/{programme}/end', { path: { programme }, body, key });

export const getContracts = (organisation: string, cursor: string) => get('/contracts', { query: { organisation, cursor, limit: 50 } });
export const getContract = (contract: string) => get('/contracts/{contract}', { path: { contract } });
export const conclude = (programme: string, body: Schemas['NewServiceContract'], key: string) => post('/programmes/{programme}/contracts', { path: { programme }, body, key });
export const endContract = (contract: string, body: Schemas['EndServiceContract'], key: string) => post('/contracts/{contract}/end', { path: { contract }, body, key });
export const getOfPerson = (person: string) => get('/persons/{person}/programmes', { path: { person } });

export const getReasons = async () => (await get('/programme-reasons')).items;
export const getNorms = async (on: Day) => (await get('/programme-norms', { query: { on } })).items;
export const setNorms = (body: Schemas['NewProgrammeNorms'], key: string) => post('/programme-norms', { body, key });
export const getYears = async () => (await get('/working-calendar')).items;
export const writeYear = ({ year, ground, days, revision }: CalendarYear) => put('/working-calendar/{year}', { path: { year: String(year) }, body: { ground, days }, etag: `"${revision}"` });
