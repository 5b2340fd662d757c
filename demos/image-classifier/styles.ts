import { css } from 'lit';

/** The classifier's stage: picture at the left, bars and samples at the right; one column where it is narrow. */
export const styles = css`
  :host { --stage: 424px; }
  .classifier { display: grid; grid-template-columns: var(--stage) minmax(0, 1fr); gap: 0 40px; height: var(--stage); }
  .side { display: flex; flex-direction: column; justify-content: space-between; min-width: 0; }
  .bars { display: flex; flex-direction: column; gap: 6px; list-style: none; }
  .bars li { position: relative; font: 450 24px/1.1 var(--sans); font-stretch: 94%; color: var(--ink); }
  .bars button { display: block; width: 100%; padding: 0 0 10px; border: 0; background: none; color: inherit; font: inherit; font-stretch: inherit; text-align: left; cursor: pointer; }
  .bars .name { display: flex; justify-content: space-between; gap: 12px; }
  .bars .name span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .bars .value { font-variant-numeric: tabular-nums; }
  .bars .track { position: relative; display: block; height: 18px; margin-top: 5px; border-left: 2px solid var(--ink); background: var(--paper-2); }
  .bars .track i { position: absolute; inset: 0 auto 0 0; width: calc(var(--p) * 100%); min-width: 2px; background: var(--rule-strong); transition: width var(--settle) var(--ease); }
  .bars .first { font-weight: 600; }
  .bars .first .track i { background: var(--accent); }
  .bars button:hover .track i { background: var(--accent); }
  .bars .track s { position: absolute; top: 50%; left: calc(var(--p) * 100%); width: calc((var(--was) - var(--p)) * 100%); border-top: 2px dotted var(--accent); text-decoration: none; }
  .bars .track s::after { content: ''; position: absolute; right: 0; top: -10px; height: 18px; border-right: 2px solid var(--accent); }
  .bars .track .grew { left: calc(var(--was) * 100%); width: calc((var(--p) - var(--was)) * 100%); border-top-color: var(--paper); }
  .bars .track .grew::after { right: auto; left: 0; border-right-color: var(--paper); }
  .bars-note { position: absolute; right: 4.6em; top: 3px; font: 450 var(--t-label)/1.2 var(--sans); font-stretch: 92%; color: var(--muted); }


  .contest-question { font: 500 32px/1.15 var(--serif); color: var(--ink); }
  .choices { display: grid; gap: 8px; list-style: none; }
  .choices button { display: grid; grid-template-columns: 1.6em 1fr auto; align-items: center; width: 100%; min-height: 46px; padding: 4px 14px; border: var(--line) solid var(--ink); background: none; color: var(--ink); font: 450 22px/1.1 var(--sans); font-stretch: 94%; text-align: left; cursor: pointer; }
  .choices button:hover:enabled { background: var(--paper-2); }
  .choices button:disabled { cursor: default; border-color: var(--rule-strong); }
  .choices kbd { font: 400 var(--t-status)/1 var(--mono); font-stretch: 75%; color: var(--muted); }
  .choices .right { border-color: var(--accent); box-shadow: inset 6px 0 var(--accent); font-weight: 600; }
  .choices .who { font: 450 var(--t-label)/1 var(--sans); font-stretch: 92%; color: var(--muted); }
  .choices .who b { color: var(--wrong); font-weight: 600; }
  .clock { height: 6px; background: var(--paper-2); }
  .clock i { display: block; height: 100%; width: calc(var(--left) * 100%); background: var(--accent); }
  .score { font: 450 var(--t-label)/1.3 var(--sans); font-stretch: 94%; color: var(--ink); }

  .results { display: grid; align-content: center; gap: 20px; height: var(--stage); }
  .results li { display: grid; grid-template-columns: 290px minmax(0, 1fr) 150px; align-items: center; gap: 24px; font: 450 24px/1.15 var(--sans); font-stretch: 94%; color: var(--ink); }
  .results ol { display: grid; gap: 18px; list-style: none; }
  .results small { display: block; font-size: var(--t-label); color: var(--muted); }
  .results .track { position: relative; display: block; height: 30px; border-left: 2px solid var(--ink); background: var(--paper-2); }
  .results .track i { position: absolute; inset: 0 auto 0 0; width: calc(var(--p) * 100%); min-width: 2px; background: var(--rule-strong); }
  .results .here .track i { background: var(--accent); }
  .results b { font: 500 24px/30px var(--serif); white-space: nowrap; }
  .results .aside { font: 400 20px/1.35 var(--serif); color: var(--ink-2); max-width: 44em; }

  @container frame (max-width: 700px) {
    .classifier { grid-template-columns: 48% minmax(0, 1fr); gap: 0 24px; height: auto; }
    .bars li { font-size: 16px; }
    .bars .track { height: 12px; }
    .bars .track s::after { top: -7px; height: 12px; }
    .bars-note { font-size: 14px; top: 1px; }
    .samples { --strip-columns: 4; margin-top: 12px; }
    .choices button { font-size: 17px; min-height: 44px; }
    .results { height: auto; }
    .results li { grid-template-columns: minmax(0, 1fr) auto; gap: 4px 12px; font-size: 18px; }
    .results .track { grid-area: 2 / 1 / 3 / 3; }
  }
  @container frame (max-width: 460px) {
    .classifier { grid-template-columns: minmax(0, 1fr); gap: 16px; }
    .bars li { font-size: 17px; }
    .samples { --strip-columns: 8; }
    .choices kbd { display: none; }
    .choices button { grid-template-columns: 1fr auto; }
  }
`;
