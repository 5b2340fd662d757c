/** Files that a page has in hand, so that they need not be fetched; the engine is given them before it loads a model. */
const given = new Map<string, Blob>();

/** @param files absolute address → content */
export function giveFiles(files: ReadonlyMap<string, Blob>): void {
  for (const [url, content] of files) given.set(url, content);
}

export const givenFiles = (): ReadonlyMap<string, Blob> => given;

/** As its server would answer, if it was given. */
export function givenResponse(url: string): Response | undefined {
  const content = given.get(url);
  return content && new Response(content, { headers: { 'content-length': String(content.size) } });
}
