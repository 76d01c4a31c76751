// The uploaded map as text: features that the reader found a district for get its code, which decides on the server.

/** The file with `code` set on the features of these numbers, counted from 1; as it is when nothing was assigned. */
export async function withCodes(file: Blob, codes: ReadonlyMap<number, string>): Promise<Blob> {
  if (codes.size === 0) return file;
  const collection = JSON.parse((await file.text()).replace(/^\ufeff/, '')) as { features: { properties?: Record<string, unknown> | null }[] };
  for (const [number, code] of codes) {
    const feature = collection.features[number - 1];
    if (feature) feature.properties = { ...feature.properties, code };
  }
  return new Blob([JSON.stringify(collection)]);
}
