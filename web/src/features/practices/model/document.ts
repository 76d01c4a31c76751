// A draft is any JSON object: it is read and changed by path, and what the forms do not know is kept as it came.
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type Path = readonly (string | number)[];

const isObject = (value: Json | undefined): value is { [name: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

export function at(value: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inside, step) => {
    if (Array.isArray(inside)) return inside[Number(step)];
    return isObject(inside) ? inside[String(step)] : undefined;
  }, value);
}

/** `undefined` takes the field away; a map that becomes empty goes with it, an element of a list stays. */
export function put(value: Json | undefined, path: Path, next: Json | undefined): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? [...value] : [];
    list[step] = put(list[step], rest, next) ?? {};
    return list;
  }
  const map = isObject(value) ? { ...value } : {};
  const inside = put(map[step], rest, next);
  if (inside === undefined) delete map[step];
  else map[step] = inside;
  return rest.length === 0 || Object.keys(map).length > 0 ? (Object.keys(map).length > 0 ? map : undefined) : undefined;
}

export function listAt(value: Json | undefined, path: Path): Json[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

export function textAt(value: Json | undefined, path: Path): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : '';
}

export function newId(prefix: string, taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const id = `${prefix}_${number}`;
    if (!taken.includes(id)) return id;
  }
}

export function move(list: readonly Json[], from: number, to: number): Json[] {
  const out = [...list];
  const [taken] = out.splice(from, 1);
  if (taken !== undefined) out.splice(to, 0, taken);
  return out;
}
