const urls = import.meta.glob<string>('./photos/*.jpg', { query: '?url', import: 'default', eager: true });

/** Address of a sample photograph, with the hash of its content in it. */
export function sampleUrl(name: string): string {
  const url = urls[`./photos/${name}.jpg`];
  if (!url) throw new Error(`photos/${name}.jpg is missing`);
  return url;
}
