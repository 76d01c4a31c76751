import type { Schemas } from '../../../lib/api';

export type Card = Schemas['Card'];

export const nameOf = ({ family_name, given_name, patronymic }: Card['person']): string => [family_name, given_name, patronymic].filter(Boolean).join(' ');
