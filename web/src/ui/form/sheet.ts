// A form as the server describes it for a page.
import type { Schemas } from '../../lib/api';

export type Sheet = Schemas['FormSheet'];
export type SheetField = Schemas['SheetField'];
export type SheetScore = Schemas['SheetScore'];
export type Score = Schemas['FormScore'];
