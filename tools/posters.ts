/** `npm run posters [NAME …]`: records anew what each demo shows while nothing runs. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { openPageTool } from './page-tool.ts';

const asked = process.argv.slice(3);
const names = readdirSync('demos').filter((name) => existsSync(`demos/${name}/record.ts`));

const tool = await openPageTool(4317);
for (const name of names.filter((name) => asked.length === 0 || asked.includes(name))) {
  const poster = await tool.outcome<unknown>(`tools/recorder/index.html?demo=${name}`);
  const text = `${JSON.stringify(poster)}\n`;
  writeFileSync(`demos/${name}/poster.json`, text);
  console.log(`demos/${name}/poster.json: ${(text.length / 1000).toFixed(1)} kB`);
}
await tool.close();
