import { html, nothing, type TemplateResult } from 'lit';
import type { DemoState } from './lifecycle';

export interface FrameContent {
  readonly state: DemoState;
  /** 0 to 1 while loading. */
  readonly progress: number;
  readonly stage: TemplateResult;
  readonly controls: TemplateResult;
  readonly status: TemplateResult;
  /** What the hand can do, at the right of the status line. */
  readonly hint: string;
  /** The last result in words, for a screen reader. */
  readonly announcement: string;
  readonly number: string | null;
  readonly captionSide: string;
  /** Shown where the author of the page wrote no caption. */
  readonly caption: string;
  /** Stands on the line of the figure's number. */
  readonly link: TemplateResult;
}

/** The frame of every demo: stage, controls under it, status line under those, caption beside or below. */
export const frame = (content: FrameContent): TemplateResult => html`
  <figure
    class="frame"
    part="card"
    data-state=${content.state}
    data-caption=${content.captionSide === 'below' ? nothing : content.captionSide}
    style="--progress: ${content.progress}"
  >
    <div class="frame-body">
      <div class="frame-stage" part="stage">${content.stage}</div>
      <div class="frame-controls" part="controls">${content.controls}</div>
      <p class="frame-status" part="status"><span>${content.status}</span><span>${content.hint}</span></p>
      <p class="unseen" role="status">${content.announcement}</p>
    </div>
    <figcaption>
      <span class="frame-number">${content.number ? `Fig. ${content.number}` : 'Live figure'}${content.link}</span>
      <slot>${content.caption}</slot>
    </figcaption>
  </figure>
`;

const PLAY = html`<svg class="glyph" viewBox="0 0 12 14" aria-hidden="true"><path d="M0 0l12 7L0 14z" /></svg>`;
const PAUSE = html`<svg class="glyph" viewBox="0 0 12 14" aria-hidden="true"><path d="M0 0h4v14H0zM8 0h4v14H8z" /></svg>`;

const MAIN_BUTTON: Record<DemoState, { label: string; glyph: TemplateResult | typeof nothing }> = {
  idle: { label: 'Load and run', glyph: PLAY },
  loading: { label: 'Cancel', glyph: nothing },
  ready: { label: 'Run', glyph: PLAY },
  running: { label: 'Pause', glyph: PAUSE },
  error: { label: 'Retry', glyph: nothing },
};

/** The first control: it starts and stops, and says which. @param words where running has a name of its own */
export const mainButton = (
  state: DemoState,
  press: () => void,
  words: Readonly<Partial<Record<DemoState, string>>> = {},
): TemplateResult => html`
  <button type="button" class="button ${state === 'loading' ? '' : 'main'}" @click=${press}>
    ${MAIN_BUTTON[state].glyph}${words[state] ?? MAIN_BUTTON[state].label}
  </button>
`;
