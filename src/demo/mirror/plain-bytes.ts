/** About how many bytes plain data takes when it is posted to another window. A file counts as nothing: it is not copied. */
export function plainBytes(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length;
  if (typeof value !== 'object' || value === null) return 8;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (value instanceof Blob) return 0;
  if (typeof ImageData === 'function' && value instanceof ImageData) return value.data.byteLength;
  // Long lists are lists of numbers; counting them one by one would cost more than posting them.
  if (Array.isArray(value) && typeof value[0] === 'number') return 8 * value.length;
  return Object.values(value).reduce((sum: number, part) => sum + plainBytes(part), 0);
}
