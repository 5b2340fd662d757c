import { css } from 'lit';

/** Picture at the left, sentence and one panel at the right; with the tree, both above it; one column where it is narrow. */
export const styles = css`
  :host { --stage: 424px; }
  .captioner { display: grid; grid-template-columns: var(--stage) minmax(0, 1fr); gap: 0 36px; height: var(--stage); }
  .side { display: flex; flex-direction: column; min-width: 0; }
  .side > .samples { margin-top: auto; }

  .sentence { min-height: 108px; color: var(--ink); font: 500 32px/36px var(--serif); letter-spacing: -.012em; text-wrap: pretty; }
  .sentence.large { font-size: 43px; line-height: 50px; }
  .sentence.middle { font-size: 34px; line-height: 38px; }
  .sentence.small { font-size: 27px; line-height: 31px; }
  .sentence.tiny { font-size: 23px; line-height: 27px; }
  .sentence.guess { font-style: italic; }
  .sentence button { padding: 0; border: 0; border-bottom: 3px solid transparent; background: none; color: inherit; font: inherit; letter-spacing: inherit; cursor: pointer; }
  .sentence button:hover { color: var(--accent); }
  .sentence .here { border-bottom-color: var(--accent); color: var(--accent); }
  .sentence .unsaid { visibility: hidden; }
  .sentence .forced { border-bottom: 3px dotted var(--rule-strong); }
  .sentence .stop { padding-right: .15em; }

  .note { min-height: 26px; color: var(--ink-2); font: italic 400 20px/26px var(--serif); }
  .note b { color: var(--ink); font-weight: 500; }
  .plain-button { padding: 0; border: 0; background: none; color: var(--ink); font: inherit; text-decoration: underline 1px; text-underline-offset: 4px; cursor: pointer; }
  .plain-button:hover { color: var(--accent); }

  .panel { margin-top: 12px; font: 450 var(--t-label)/1.2 var(--sans); font-stretch: 94%; color: var(--ink); }
  .panel .head { display: flex; justify-content: space-between; gap: 12px; margin: 0 0 5px; font: inherit; }
  .panel .head b { font-weight: 600; white-space: nowrap; }
  .panel .head span { color: var(--muted); }
  .bars { list-style: none; }
  .bars :is(button, div) { display: grid; grid-template-columns: 118px minmax(0, 1fr) 40px; gap: 10px; align-items: center; width: 100%; min-height: 25px; padding: 0; border: 0; background: none; color: inherit; font: inherit; font-stretch: inherit; text-align: left; }
  .bars button { cursor: pointer; }
  .bars span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .bars .value { font-variant-numeric: tabular-nums; text-align: right; }
  .bars .track { position: relative; height: 14px; border-left: 2px solid var(--ink); background: var(--paper-2); }
  .bars .track i { position: absolute; inset: 0 auto 0 0; width: calc(var(--p) * 100%); min-width: 2px; background: var(--rule-strong); transition: width var(--settle) var(--ease); }
  .bars .said { font-weight: 600; }
  .bars .said .track i, .bars button:hover .track i { background: var(--accent); }
  .rival { min-height: 68px; margin-bottom: 6px; color: var(--ink); font: 400 24px/27px var(--serif); text-wrap: pretty; }
  .rival.long { font-size: 19px; line-height: 22px; }
  .rival.guess { font-style: italic; }

  .sliders { display: flex; justify-content: space-between; margin-top: 8px; font: 450 var(--t-label)/1 var(--sans); font-stretch: 92%; color: var(--ink); }
  .sliders .slider { height: 30px; }
  .sliders .slider input { width: 74px; height: 30px; }
  .sliders .slider input::-webkit-slider-thumb { height: 20px; }
  .sliders .slider output { min-width: 1.5em; }
  .frame-controls { gap: 8px 10px; }
  .frame-controls .button { padding: 0 13px; }

  .captioner.tree { grid-template-columns: 190px minmax(0, 1fr); grid-template-rows: 190px auto; }
  .tree .sentence { min-height: 50px; }
  .tree-panel { grid-column: 1 / 3; margin-top: 22px; }
  .tree-panel svg { display: block; width: 100%; overflow: visible; }
  .tree-panel path { fill: none; stroke: var(--rule-strong); }
  .tree-panel path.best { stroke: var(--accent); }
  .tree-panel path.pruned { stroke: var(--rule); stroke-width: 1; }
  .tree-panel text { fill: var(--ink-2); font: 450 18px var(--sans); font-stretch: 94%; paint-order: stroke; stroke: var(--paper); stroke-width: 5px; stroke-linejoin: round; }
  .tree-panel text.best { fill: var(--accent); font-weight: 600; }
  .tree-panel text.pruned { fill: var(--muted); font-size: 16px; }

  /* A tablet held upright. */
  @container frame (max-width: 800px) {
    .captioner { grid-template-columns: 376px minmax(0, 1fr); gap: 0 24px; }
    .panel, .sliders { font-size: 16px; }
    .sliders .slider { gap: 8px; }
    .sliders .slider input { width: 50px; }
  }
  @container frame (max-width: 700px) {
    .captioner, .captioner.tree { grid-template-columns: minmax(0, 1fr); grid-template-rows: none; gap: 14px; height: auto; }
    .captioner.tree .picture { max-width: 60%; }
    .sentence, .sentence.large, .sentence.middle, .sentence.small, .sentence.tiny { min-height: 0; font-size: 27px; line-height: 32px; }
    .note { font-size: 17px; line-height: 24px; }
    .bars button { min-height: 34px; }
    .sliders { flex-wrap: wrap; gap: 8px 20px; margin: 12px 0; }
    .tree-panel { grid-column: 1; overflow-x: auto; }
    .tree-panel svg { width: 858px; }
    .rival { font-size: 22px; line-height: 27px; }
  }
  @container frame (max-width: 460px) {
    .sliders .slider input { width: 60px; }
  }
`;
