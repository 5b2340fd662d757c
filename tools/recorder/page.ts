import { openDoors } from '../../doors';

/** Records the demo that `?demo=` names and leaves its poster where the runner finds it. */

type Record = (element: HTMLElement) => Promise<unknown>;

const records = import.meta.glob<Record>('../../demos/*/record.ts', { import: 'record' });
const name = new URLSearchParams(location.search).get('demo') ?? '';

async function outcome(): Promise<unknown> {
  const record = await records[`../../demos/${name}/record.ts`]?.();
  if (!record) throw new Error(`demos/${name} has no record.ts`);
  await openDoors().get(name)?.();
  const element = document.createElement(`dl-${name}`);
  element.setAttribute('backend', 'wasm');
  document.body.append(element);
  return record(element);
}

Object.assign(window, { outcome: outcome() });
