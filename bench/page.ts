import type { Bench } from './bench';

/** Runs the benchmark that `?name=` asks for and leaves its outcome where the runner finds it. */

const benches = import.meta.glob<Bench>('./*.bench.ts');
const name = new URLSearchParams(location.search).get('name');
const load = benches[`./${name}.bench.ts`];

Object.assign(window, {
  outcome: load ? load().then((bench) => bench.run()) : Promise.reject(new Error(`no benchmark “${name}”`)),
});
