/** `npm run bench`: every `bench/NAME.bench.ts` in a page of its own, as ratios to our way, with the machine's noise. */
import { readdirSync } from 'node:fs';
import type { Outcome } from '../bench/bench.ts';
import { openPageTool } from './page-tool.ts';

const asked = process.argv.slice(3);
const names = readdirSync('bench')
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''))
  .filter((name) => asked.length === 0 || asked.includes(name));

const tool = await openPageTool(4315);
for (const name of names) print(await tool.outcome<Outcome>(`bench/run.html?name=${name}`));
await tool.close();

function print({ work, ways }: Outcome): void {
  console.log(`\n${work}`);
  const base = Object.values(ways)[0]?.median ?? 1;
  for (const [way, { min, median, max }] of Object.entries(ways)) {
    const ratio = (value: number) => (value / base).toFixed(2).padStart(7);
    console.log(`  ${way.padEnd(44)} ${ratio(median)} ×   (min ${ratio(min)}, max ${ratio(max)})`);
  }
}
