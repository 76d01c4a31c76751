// The package as the server gives it, by the names of the house.
import type { Schemas } from '../../../lib/api';

export type Package = Schemas['Package'];
/** A text in up to three languages; Russian is always there. */
export type Words = Schemas['PackageLine'];
export type Money = Schemas['PackageMoney'];
export type Range = Schemas['PackageRange'];
export type Source = Schemas['PackageSource'];
export type Certainty = Source['checked'];
export type Step = Schemas['PackageProcedureStep'];
export type Lesson = Schemas['PackageLesson'];
