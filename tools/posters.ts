/** `npm run posters [NAME …]`: records anew what each demo shows while nothing runs. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { openPageTool } from './page-tool.ts';
import { tidy } from './tidy.ts';

const asked = process.argv.slice(3);
const all = readdirSync('demos').filter((name) => existsSync(`demos/${name}/record.ts`));
const names = all.filter((name) => asked.length === 0 || asked.includes(name));

const tool = await openPageTool(4317);
for (const name of names) {
  const poster = await tool.outcome<unknown>(`tools/recorder/index.html?demo=${name}`);
  const text = `${JSON.stringify(poster)}\n`;
  writeFileSync(`demos/${name}/poster.json`, text);
  console.log(`demos/${name}/poster.json: ${(text.length / 1000).toFixed(1)} kB`);
}
tidy(names.map((name) => `demos/${name}/poster.json`));
await tool.close();
