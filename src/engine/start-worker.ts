/**
 * A module worker from a script of any origin.
 *
 * A browser starts no worker from another origin's script, but one whose own script is the page's may import it, where
 * its server allows other origins (CORS). A sandboxed frame has an origin that nothing shares: its own site is another
 * origin too, and Chromium opens no module in a blob of its, but one in a `data:` address.
 * @param script absolute address
 * @throws where the page's policy or the browser's age forbids workers
 */
export function startWorker(script: string): Worker {
  const options: WorkerOptions = { type: 'module', name: 'engine' };
  if (new URL(script).origin === self.origin) return new Worker(script, options);
  const source = `import ${JSON.stringify(script)};`;
  if (self.origin === 'null') return new Worker(`data:text/javascript,${encodeURIComponent(source)}`, options);
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(address, options);
  // Not at once: some browsers read the blob only after the constructor has returned.
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}
