import { css } from 'lit';

/** The tape and its grids, all placed by `layout.ts`; the view beside an LSTM; the foot of both. */
export const styles = css`
  .tape, .beside, .learn { position: relative; color: var(--ink); font: 450 var(--t-label)/1.2 var(--sans); font-stretch: 96%; }
  .tape > * { position: absolute; }
  .heading { display: flex; justify-content: space-between; align-items: flex-start; line-height: 28px; white-space: nowrap; }
  .heading b, .heading span { background: var(--paper); }
  .heading b, .strip-label b { font-weight: 600; }
  .tape > .heading { z-index: 1; pointer-events: none; line-height: 24px; padding-top: 2px; }
  .heading span, .strip-label span { color: var(--muted); font-variant-numeric: tabular-nums; }
  .heading .wrong, .strip-label .wrong { color: var(--wrong); }

  .grid { padding: 0; border: 0; background: none; cursor: crosshair; }
  .grid:focus-visible { outline-offset: -3px; }
  .grid canvas, .strip { display: block; width: 100%; height: 100%; image-rendering: pixelated; }
  .grid[data-grid="input"], .grid[data-grid="memory"] { cursor: cell; }
  .grid[data-grid="input"], .grid[data-grid="write"], .grid[data-grid="read"], .grid[data-grid="output"] { touch-action: none; }

  .cursor { inset: 0; overflow: visible; pointer-events: none; }
  .cursor line { stroke: var(--ink); stroke-width: 2; }
  .cursor path { fill: var(--ink); }
  .cursor .probe { fill: none; stroke: var(--accent); stroke-width: 2.5; }

  .step { display: flex; align-items: flex-end; gap: 10px; }
  .step b { font: 500 57px/56px var(--serif); letter-spacing: -.02em; font-variant-numeric: tabular-nums; }
  .step span { padding-bottom: 5px; color: var(--muted); white-space: nowrap; }
  .scrub { display: block; width: 100%; height: 26px; margin: 0; appearance: none; background: linear-gradient(var(--ink), var(--ink)) 0 50%/100% var(--line) no-repeat; }
  .scrub::-webkit-slider-thumb { width: 8px; height: 22px; border: 0; background: var(--accent); box-shadow: 0 0 0 3px var(--paper); appearance: none; }
  .scrub::-moz-range-thumb { width: 8px; height: 22px; border: 0; border-radius: 0; background: var(--accent); }

  .foot { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0 18px; font-stretch: 92%; }
  .foot .plain { min-height: 24px; padding: 0; border: 0; background: none; color: var(--ink); font: inherit; text-decoration: underline 1px; text-underline-offset: 4px; cursor: pointer; }
  .foot .plain:hover:enabled { color: var(--accent); }
  .foot .plain:disabled { color: var(--muted); text-decoration: none; cursor: default; }
  .foot .slider { height: 24px; }
  .foot .slider input { width: 90px; height: 24px; }
  .foot .slider input::-webkit-slider-thumb { height: 18px; }
  .foot .end { margin-left: auto; }
  .foot .reaches { color: var(--muted); line-height: 24px; }
  .foot .task { display: inline-flex; align-items: baseline; gap: 8px; }
  .foot select { height: 26px; padding: 0 2px; border: 0; border-bottom: var(--line) solid var(--ink); border-radius: 0; background: var(--paper); color: var(--ink); font: inherit; font-weight: 600; font-stretch: inherit; }
  .frame-controls { gap: 8px 10px; }
  .frame-controls .slider input { width: 90px; }
  .frame-controls .button { padding: 0 14px; }
  .frame-controls .slider output { min-width: 2em; }

  .learn { display: grid; grid-template: minmax(0, 1fr) 28px / 410px minmax(0, 1fr); column-gap: 24px; height: 424px; }
  .learn .trial { position: relative; display: grid; grid-template: 112px 284px / repeat(2, minmax(0, 1fr)); column-gap: 24px; }
  .learn .trial canvas { display: block; image-rendering: pixelated; }
  .learn .foot { grid-column: 1 / -1; }
  .learn .course .heading { padding-bottom: 4px; }
  .learn .step span { line-height: 22px; }
  .learn-report { position: absolute; inset: 0 0 auto; min-height: 108px; background: var(--paper); }
  .learn.folded { grid-template: auto auto 56px / minmax(0, 1fr); height: auto; }
  .learn.folded .course { padding-bottom: 6px; }
  .learn.folded .heading span { letter-spacing: -.02em; }

  .tape > .tape-report { z-index: 2; background: var(--paper); }

  .beside { display: flex; flex-direction: column; min-height: 424px; }
  .beside .strips { display: grid; grid-template-columns: 182px minmax(0, 1fr); gap: 10px 0; }
  .strip-label { display: flex; flex-direction: column; align-self: center; }
  .beside.four .strips { row-gap: 4px; }
  .beside .foot { min-height: 28px; margin-top: auto; }
  .errors { display: block; margin-top: 12px; overflow: visible; }
  .errors text { fill: var(--ink); font: 450 var(--t-label) var(--sans); font-stretch: 96%; }
  .errors .strong { font-weight: 600; }
  .errors .muted { fill: var(--muted); }
  .errors .hue { fill: var(--accent); }
  .errors .trained { fill: var(--paper-2); }
  .errors .rule { stroke: var(--rule); }
  .errors .line { fill: none; stroke: var(--accent); stroke-width: 3; stroke-linejoin: round; }
  .errors .rival { stroke: var(--ink); stroke-width: 2; }
  .errors .floor { stroke: var(--muted); stroke-width: 2; stroke-dasharray: 6 4; }
  .errors .here { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 2 4; }
  .errors .ring { fill: var(--paper); stroke: var(--accent); stroke-width: 3; }
  .errors .ring.rival { stroke: var(--ink); }
  .errors .halo text { paint-order: stroke; stroke: var(--paper); stroke-width: 6px; stroke-linejoin: round; }
  .folded .strips { grid-template-columns: minmax(0, 1fr); gap: 4px; }
  .folded .strip-label { flex-direction: row; justify-content: space-between; align-self: end; }
  .folded .errors text { font-size: 16px; }

  @container frame (max-width: 820px) {
    .heading, .step span, .foot { font-size: 16px; }
    .foot { gap: 0 12px; }
    .foot .slider input { width: 60px; }
    .learn .heading span { letter-spacing: -.02em; }
  }
  @container frame (max-width: 700px) {
    .counter { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: end; gap: 0 24px; }
    .counter .heading { display: none; }
    .step b { font-size: 43px; line-height: 44px; }
    .scrub { height: 44px; }
    .foot .plain, .foot .slider { min-height: 28px; }
  }
`;
