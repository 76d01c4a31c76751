export type Catalogue = Record<string, string>;

export function merge(files: Record<string, Catalogue>): Catalogue {
  return Object.assign({}, ...Object.values(files));
}
