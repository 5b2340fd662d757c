import { html, svg, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { CaptionHost } from './host';
import { type Choice, guesses, type Reading, STOP } from './task';
import { type TreeWord, treePlan } from './tree';

/** Height of the tree's drawing in CSS pixels. */
const TREE = { width: 858, height: 208 };

/** The words that it could have said in this place, as bars; another may be said instead. */
export function wordsPanel(host: CaptionHost): TemplateResult {
  const { best } = host;
  const { at } = host.speech;
  if (!best) return html`<div class="panel"></div>`;
  const said = best.words[at] ?? STOP;
  const place = at < best.words.length ? `Word ${at + 1} of ${best.words.length}` : 'After the last word';
  return html`
    <section class="panel poster">
      <p class="head"><b>${place}</b><span>press another to go on from it</span></p>
      <ol class="bars">${(best.choices[at] ?? []).map((choice) => bar(choice, said, () => host.say(at, choice.word)))}</ol>
    </section>`;
}

const bar = ({ word, probability }: Choice, said: string, say: () => void): TemplateResult => html`
  <li class=${word === said ? 'said' : ''}>
    <button type="button" aria-pressed=${word === said} @click=${say}>
      <span>${word === STOP ? 'end here' : word}</span>
      <span class="track" style=${styleMap({ '--p': `${probability}` })}><i></i></span>
      <span class="value">${probability.toFixed(2)}</span>
    </button>
  </li>`;

/** Every sentence that was carried along, and the words that were pruned. */
export function treePanel(host: CaptionHost): TemplateResult {
  const { shown } = host;
  const reading = shown?.attention;
  if (!reading) return html`<div class="panel tree-panel"></div>`;
  const { words, width } = treePlan(reading.branches, reading.best, shown.beamWidth, TREE);
  const pruned = words.filter(({ kind }) => kind === 'pruned').length;
  const told = `Tree of the search: ${reading.captions.length} sentences carried along, ${pruned} branches pruned. Best: ${host.best?.text}`;
  return html`
    <section class="panel tree-panel poster" tabindex="0" aria-label="Beams">
      <svg class="tree" viewBox="0 0 ${width} ${TREE.height}" role="img" aria-label=${told}>
        ${words.map(line)} ${words.map(label)}
      </svg>
    </section>`;
}

/** As thick as the word was likely. */
function line({ kind, x, y, from, probability }: TreeWord): TemplateResult {
  const [x0, y0, x1, y1] = [from.x, from.y - 6, x - 4, y - 6];
  const middle = (x0 + x1) / 2;
  return svg`<path class=${kind} d="M${x0} ${y0}C${middle} ${y0} ${middle} ${y1} ${x1} ${y1}" stroke-width=${(1 + 4 * probability).toFixed(1)} />`;
}

const label = ({ kind, x, y, word }: TreeWord): TemplateResult => svg`<text class=${kind} x=${x} y=${y}>${word}</text>`;

/** What the network says that sees the picture once, and how sure both are. */
export function plainPanel(host: CaptionHost): TemplateResult {
  const { shown } = host;
  const plain = shown?.plain;
  const sentence = plain?.captions[0]?.text ?? (host.state === 'idle' ? '' : '…');
  const rows = [
    { name: 'with attention', reading: shown?.attention, kind: 'said' },
    { name: 'without', reading: plain, kind: '' },
  ];
  return html`
    <section class="panel poster">
      <p class="head"><b>Without attention</b><span>sees the picture once</span></p>
      <p class="rival ${sentence.length > 66 ? 'long' : ''} ${shown && plain && guesses(shown, plain) ? 'guess' : ''}">${sentence}</p>
      <p class="head"><b>Sureness</b><span>rank among 100 pictures it never saw</span></p>
      <ol class="bars">${rows.map(({ name, reading, kind }) => sureness(name, reading, kind))}</ol>
    </section>`;
}

function sureness(name: string, reading: Reading | undefined, kind: string): TemplateResult {
  const share = reading?.sureness ?? 0;
  return html`
    <li class=${kind}><div>
      <span>${name}</span>
      <span class="track" style=${styleMap({ '--p': `${share}` })}><i></i></span>
      <span class="value">${reading ? Math.round(100 * share) : ''}</span>
    </div></li>`;
}
