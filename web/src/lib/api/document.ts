// What api/openapi.json says of each call: types only, so nothing of this reaches the browser.
import type { components, paths } from '../../api/schema';

export type Schemas = components['schemas'];
export type Verb = 'get' | 'post' | 'put' | 'delete';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Writable<T> = { [K in keyof T]-?: Same<Pick<T, K>, Readonly<Pick<T, K>>> extends true ? never : K }[keyof T];

/** As it is sent: what the server gives (readOnly in the document) is left out, also further down. */
export type Sent<T> = T extends readonly (infer Item)[] ? Sent<Item>[] : T extends object ? { [K in keyof Pick<T, Writable<T>>]: Sent<T[K]> } : T;

type Nothing = Record<never, never>;
type Named<Name extends string, T> = [T] extends [never] ? Nothing : Nothing extends T ? { [K in Name]?: T } : { [K in Name]: T };
type Parameter<Call, Place extends string> = Call extends { parameters: { [K in Place]?: infer T } } ? NonNullable<T> : never;
type OrNull<T> = { [K in keyof T]: T[K] | null };
type Body<Call> =
  Call extends { requestBody: { content: { 'application/json': infer T } } } ? { body: Sent<T> }
  : Call extends { requestBody: { content: { 'application/octet-stream': unknown } } } ? { file: Blob }
  : Nothing;
type Tag<Call> = Call extends { parameters: { header: { 'If-Match': string } } } ? { etag: string | null } : Nothing;
type Json<T> = T extends { content: { 'application/json': infer Answer } } ? Answer : void;

interface Exchange<Call> {
  ask: Named<'path', Parameter<Call, 'path'>> & Named<'query', OrNull<Parameter<Call, 'query'>>> & Body<Call> & Tag<Call>;
  answer: Call extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 204)]> : never;
}

type Exchanges = { [V in Verb]: { [Address in keyof paths as paths[Address][V] extends object ? (Address extends `/api/v1${infer Short}` ? Short : never) : never]: Exchange<paths[Address][V]> } };

/** The addresses that know a verb, as the pages write them: without the prefix, parameters in braces. */
export type Path<V extends Verb> = keyof Exchanges[V] & string;

/** What must be said to make the call; a null in the query is left out. */
export type Ask<V extends Verb, P extends Path<V>> = Exchanges[V][P] extends { ask: infer T } ? T : never;
export type Answer<V extends Verb, P extends Path<V>> = Exchanges[V][P] extends { answer: infer T } ? T : never;
