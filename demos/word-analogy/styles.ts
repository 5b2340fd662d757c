import { css } from 'lit';

/** A sentence of fields over a plot and its list; one column where it is narrow. */
export const styles = css`
  .words { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) 270px; gap: 0 28px; height: 424px; }
  .words.differences { grid-template: minmax(0, 1fr) / minmax(0, 1fr) 250px; }
  .differences .top { display: none; }
  .top { grid-column: 1 / -1; }
  .sentence { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 12px; font: 400 34px/1.2 var(--serif); color: var(--ink); }
  .answer b { font-weight: 500; color: var(--accent); }
  .remark { min-height: 30px; margin: 6px 0 4px; font: italic 400 20px/1.3 var(--serif); color: var(--ink-2); }
  .problem { color: var(--wrong); }
  .spelling { margin-left: 8px; padding: 3px 4px; border: 0; border-bottom: var(--line) solid var(--accent); background: none; color: var(--ink); font: inherit; cursor: pointer; }

  .word-field { position: relative; display: inline-grid; min-width: 3em; }
  .word-field::after { content: attr(data-value); grid-area: 1 / 1; padding: 2px 9px 2px 4px; visibility: hidden; white-space: pre; }
  .word-field input { grid-area: 1 / 1; width: 100%; min-width: 0; padding: 2px 4px; border: 0; border-bottom: var(--line) solid var(--ink); border-radius: 0; background: none; color: var(--ink); font: inherit; }
  .word-field input[aria-invalid='true'] { border-bottom: 3px dotted var(--wrong); }
  .word-field input:focus { outline: none; border-bottom-color: var(--accent); box-shadow: 0 2px var(--accent); }
  .word-field ul { position: absolute; z-index: 3; top: calc(100% + 4px); left: 0; min-width: 100%; margin: 0; padding: 4px 0; border: var(--line) solid var(--ink); background: var(--paper); list-style: none; font: 450 20px/1.2 var(--sans); font-stretch: 94%; }
  .word-field li { padding: 6px 14px; white-space: nowrap; cursor: pointer; }
  .word-field li[aria-selected='true'], .word-field li:hover { background: var(--ink); color: var(--paper); }

  .plot { position: relative; min-width: 0; overflow: hidden; }
  .plot svg { position: absolute; inset: 0; width: 100%; height: 100%; font-family: var(--serif); }
  .plot text { fill: var(--ink); }
  .halo text { paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; pointer-events: none; }
  .px-24 { font-size: 24px; } .px-20 { font-size: 20px; } .px-19 { font-size: 19px; } .px-18 { font-size: 18px; }
  .px-15 { font-size: 15px; } .px-14 { font-size: 14px; } .px-13 { font-size: 13px; }
  .plot text.other, .plot text.axis { fill: var(--muted); }
  .plot text.axis { font-family: var(--sans); font-stretch: 92%; }
  .plot text.sum { font-style: italic; }
  .plot text.first, .plot text.end { fill: var(--accent); }
  .plot text.first { font-weight: 500; }
  circle.corner { fill: var(--ink); }
  circle.first, circle.to { fill: var(--accent); }
  circle.other { fill: var(--rule-strong); }
  circle.sum, circle.of { fill: var(--paper); stroke: var(--accent); stroke-width: 2.5; }
  .side { stroke: var(--rule-strong); stroke-width: 1.5; }
  .gap { stroke: var(--accent); stroke-width: 2; stroke-dasharray: 2 6; }
  .step { stroke: var(--accent); stroke-width: 3.5; fill: var(--accent); }
  .step path { stroke: none; }
  .step.own { stroke: var(--ink); fill: var(--ink); }
  .pair { stroke: var(--accent); stroke-width: 2; }
  .pair.lit { stroke-width: 5; }
  .ring { fill: none; stroke: var(--ink); stroke-width: 2.5; }
  circle.from { fill: var(--ink); }
  .faded { opacity: 0.25; }
  .plot text.lit { font-weight: 500; }
  .grip { cursor: grab; touch-action: none; }
  .grip:focus { outline: none; }
  .grip:focus-visible .reach { stroke: var(--accent); stroke-width: 3; }
  .reach { fill: transparent; }
  .reading { max-width: 24em; padding-top: 24px; font: 400 24px/1.4 var(--serif); color: var(--ink); }
  .reading b { font-weight: 500; color: var(--accent); }

  .aside { display: flex; flex-direction: column; min-width: 0; min-height: 0; }
  .list { flex: 1; min-height: 0; }
  .list[hidden] { display: none; }
  .bars { display: grid; grid-auto-rows: minmax(0, 33px); height: 100%; list-style: none; }
  .bars li { display: grid; grid-template-columns: minmax(0, 1fr) 84px 44px; align-items: center; gap: 10px; font: 450 20px/1.1 var(--sans); font-stretch: 92%; color: var(--ink); }
  .bars .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .bars .expected .name { text-decoration: underline 2px; text-underline-offset: 5px; }
  .bars .track { height: 16px; border-left: 2px solid var(--ink); background: var(--paper-2); }
  .bars .track i { display: block; width: calc(var(--p) * 100%); height: 100%; background: var(--rule-strong); transition: width var(--settle) var(--ease); }
  .bars .value { text-align: right; font-variant-numeric: tabular-nums; }
  .bars .best { font-weight: 600; }
  .bars .best .track i { background: var(--accent); }
  .differences .bars { grid-auto-rows: minmax(0, 27px); }
  .differences .bars li { font-size: 18px; }

  .share { font: 400 20px/1.3 var(--serif); color: var(--ink-2); }
  .share b { display: block; font: 400 57px/1 var(--serif); color: var(--accent); }
  .own-pairs + .share b { display: inline; font-size: 32px; }
  .share small { display: block; margin-top: 6px; font: 450 18px/1.3 var(--sans); font-stretch: 92%; color: var(--muted); }
  .arrow-words { margin: 14px 0 6px; padding-top: 10px; border-top: var(--hair) solid var(--rule); font: 400 20px/1.4 var(--serif); color: var(--ink); }
  .own-pairs { width: 100%; margin-bottom: 10px; padding: 6px 8px; border: var(--line) solid var(--ink); border-radius: 0; background: none; color: var(--ink); font: 450 18px/1.25 var(--sans); resize: none; }
  .select { max-width: 220px; height: 44px; padding: 0 34px 0 12px; border: var(--line) solid var(--ink); border-radius: 0; background: linear-gradient(45deg, transparent 50%, var(--ink) 0) right 17px top 18px / 7px 7px no-repeat, linear-gradient(-45deg, transparent 50%, var(--ink) 0) right 10px top 18px / 7px 7px no-repeat; color: var(--ink); font: inherit; appearance: none; cursor: pointer; }
  .select.wide { max-width: 280px; }
  .select option, .select optgroup { background: var(--paper); color: var(--ink); }

  @container frame (max-width: 700px) {
    .words, .words.differences { display: block; height: auto; }
    .sentence { font-size: 26px; }
    .remark { font-size: 17px; min-height: 46px; }
    .plot { height: 320px; }
    .differences .plot { height: 460px; }
    .bars { grid-auto-rows: 33px; height: auto; }
    .select { max-width: none; flex: 1; }
    .bars li { grid-template-columns: 38% minmax(0, 1fr) 44px; font-size: 17px; }
    .share, .arrow-words { font-size: 17px; margin-top: 12px; }
  }
`;
