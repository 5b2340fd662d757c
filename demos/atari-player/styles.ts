import { css } from 'lit';

/** The television, what stands beside and under it, and the expectation over time. */
export const styles = css`
  .arcade, .expectation { color: var(--ink); font: 450 var(--t-label)/1.2 var(--sans); font-stretch: 96%; }
  .arcade { display: grid; grid-template: auto 28px / var(--tv) minmax(0, 1fr); gap: 10px 32px; height: 424px; }
  .heading { display: flex; justify-content: space-between; gap: 12px; line-height: 18px; white-space: nowrap; }
  .heading b { font-weight: 600; }
  .heading span { overflow: hidden; color: var(--muted); text-overflow: ellipsis; }

  .tube { position: relative; aspect-ratio: 10 / 7; background: #000; }
  .tube canvas, .tube svg { position: absolute; display: block; width: 100%; }
  .tube canvas.picture { inset: 0; height: 100%; image-rendering: pixelated; }
  .tube::after { content: ""; position: absolute; inset: 0; background: repeating-linear-gradient(to bottom, transparent 0 calc(100% / 288), rgb(0 0 0 / .2) calc(100% / 288) calc(100% / 192)); pointer-events: none; }
  .tube .veil, .tube .contour { top: calc(100% * 28 / 192); left: 0; height: calc(100% * 164 / 192); }
  .tube .contour path { fill: none; stroke: var(--seq-9); stroke-width: 2; vector-effect: non-scaling-stroke; }
  .tube[tabindex="0"] { cursor: crosshair; }

  .left { display: flex; flex-direction: column; gap: 0; }
  .trace { position: relative; }
  .trace svg { display: block; overflow: visible; }
  .trace .rule { stroke: var(--rule); }
  .trace .axis { stroke: var(--ink); stroke-width: 1.5; }
  .trace .tick { stroke: var(--rule-strong); }
  .trace .point { stroke: var(--ink); stroke-width: 1.5; }
  .trace .loss { fill: none; stroke: var(--wrong); stroke-width: 2; }
  .trace .line { fill: none; stroke: var(--accent); stroke-width: 2.5; stroke-linejoin: round; }
  .trace circle { fill: var(--accent); }
  .trace .here { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 2 4; }
  .trace text { fill: var(--accent); font: 600 var(--t-label) var(--sans); font-variant-numeric: tabular-nums; }
  .trace text.name { fill: var(--muted); font-weight: 450; font-size: 18px; }
  .trace .halo text { paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
  .trace input { position: absolute; inset: 0 auto 0 0; height: 100%; margin: 0; opacity: 0; cursor: crosshair; }
  .trace:has(input:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }

  .right { display: flex; flex-direction: column; justify-content: space-between; min-width: 0; }
  .right .heading { margin-bottom: 8px; }
  .film { display: grid; grid-template-columns: repeat(4, 1fr); gap: 3px; }
  .film span { color: var(--muted); font-size: 18px; line-height: 20px; }
  .film canvas { display: block; width: 100%; aspect-ratio: 1; background: #000; image-rendering: pixelated; }

  .bar { display: grid; grid-template-columns: 14px 46px minmax(0, 1fr) 52px; gap: 0 8px; align-items: center; height: 28px; }
  .bar .move { width: 14px; height: 14px; fill: var(--muted); }
  .bar .track { position: relative; height: 18px; }
  .bar .track::before { content: ""; position: absolute; inset: 0 auto 0 var(--zero); border-left: 1.5px solid var(--ink); }
  .bar .track i { position: absolute; inset: 0 auto; background: var(--rule-strong); }
  .bar output { text-align: right; font-variant-numeric: tabular-nums; }
  .bar.chosen { font-weight: 600; }
  .bar.chosen .move { fill: var(--accent); }
  .bar.chosen .track i { background: var(--accent); }

  .scores { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
  .scores th, .scores td { height: 27px; padding: 0; font-weight: 450; text-align: right; white-space: nowrap; }
  .scores th:first-child { text-align: left; }
  .scores thead th { border-bottom: var(--hair) solid var(--rule-strong); color: var(--muted); }
  .scores thead th:first-child { color: var(--ink); font-weight: 600; }
  .scores .you th, .scores .you td { border-top: var(--hair) solid var(--rule); }
  .scores b { font-weight: 600; color: var(--accent); }

  .foot { grid-column: 1 / -1; display: flex; flex-wrap: wrap; align-items: center; gap: 0 22px; min-height: 28px; font-stretch: 92%; }
  .foot .plain { min-height: 24px; padding: 0; border: 0; background: none; color: var(--ink); font: inherit; font-stretch: inherit; text-decoration: underline 1px; text-underline-offset: 4px; cursor: pointer; }
  .foot .plain:hover:enabled { color: var(--accent); }
  .foot .plain:disabled { color: var(--muted); text-decoration: none; cursor: default; }
  .foot .plain[aria-pressed="true"] { color: var(--accent); font-weight: 600; }
  .foot .slider { height: 28px; }
  .foot .slider input { width: 84px; height: 28px; background: linear-gradient(var(--ink), var(--ink)) 0 50% / 100% var(--line) no-repeat, repeating-linear-gradient(to right, var(--rule-strong) 0 1px, transparent 1px calc((100% - 1px) / var(--steps))) 0 64% / 100% 9px no-repeat; }
  .foot .slider input::-webkit-slider-thumb { height: 20px; }
  .foot .slider output { min-width: 2.4em; }
  .foot .slider:first-child output { min-width: 5.2em; }
  .foot .choice { height: 28px; }
  .foot .check { height: 28px; }
  .foot .end { margin-left: auto; }
  .left .heading { margin-top: 8px; }
  .foot b.cartridge { font-weight: 600; }
  .foot .cartridge { max-width: 240px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  /* One thing more on the line. */
  .foot:has(.plain.cartridge) { gap: 0 14px; }
  .foot .plain.cartridge { max-width: 120px; }
  .foot:has(.plain.cartridge) .slider input { width: 60px; }
  .frame-controls { gap: 8px 14px; }
  /* As wide as its longest word, so that what follows it breaks alike in every state. */
  @container frame (width < 858px) {
    .frame-controls > .button:first-child { min-width: 152px; }
  }
  .file { position: relative; }
  .file input { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; }
  .file:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 2px; }
  .frame-stage.over { outline: 3px dashed var(--accent); outline-offset: -3px; }

  .expectation { display: flex; flex-direction: column; gap: 10px; height: 424px; }
  .prints { display: flex; gap: 12px; align-items: flex-start; }
  .print { display: block; flex: 0 1 140px; min-width: 0; padding: 0; border: 0; background: none; color: var(--muted); font: inherit; font-size: 18px; text-align: left; cursor: pointer; }
  .print canvas { display: block; width: 100%; aspect-ratio: 10 / 7; background: #000; image-rendering: pixelated; }
  .print.here { color: var(--accent); font-weight: 600; }
  .print.here canvas { outline: 3px solid var(--accent); }
  .prints .bars { flex: 1 0 196px; margin-left: 14px; }
  .expectation .foot { margin-top: auto; }
  .expectation .report { height: 226px; }

  .touch { display: grid; grid-template-columns: repeat(var(--across), 1fr); gap: 8px; margin: 8px 0; }
  .touch .button { justify-content: center; height: 64px; touch-action: none; user-select: none; }
  /* A tablet held upright: what stands under the picture stays on its line. */
  @container frame (max-width: 800px) {
    .right, .film span, .print, .trace text.name { font-size: 16px; }
    .foot { gap: 0 14px; font-size: 16px; }
    .foot .slider { gap: 8px; }
    .foot .slider input { width: 60px; }
  }
  /* A telephone: one thing under another, whatever the script has measured so far. */
  @container frame (width < 700px) {
    .arcade, .expectation { height: auto; font-size: 16px; }
    .arcade { display: block; }
    .arcade .trace { margin-top: 8px; }
    .right { gap: 16px; margin-top: 16px; }
    /* As high as what the network sees, in whose place it stands. */
    .right .report { min-height: calc((100cqi - 9px) / 4 + 46px); }
    .foot { margin-top: 12px; gap: 4px 18px; }
    .foot .plain, .foot .slider, .foot .check { min-height: 44px; }
    .expectation .heading { flex-wrap: wrap; gap: 0 12px; white-space: normal; }
    .print { flex: 1; }
  }
  /* Two lines, be the second full or not. */
  @container frame (width < 600px) {
    .frame-status { align-content: flex-start; min-height: calc(2.7em + 11px); }
  }
  @container frame (width < 460px) {
    .foot .slider { flex: 1 0 100%; }
    .foot .slider input { flex: 1; }
    .foot .slider output, .foot .slider:first-child output { min-width: 4.8em; text-align: right; }
  }
  @container frame (width < 320px) {
    .heading, .print { gap: 6px; font-stretch: 88%; white-space: nowrap; }
    .scores th, .scores td { white-space: normal; }
  }
`;
