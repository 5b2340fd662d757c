import { css, unsafeCSS } from 'lit';
import controlsCss from '../look/controls.css?inline';
import frameCss from '../look/frame.css?inline';

/** What every demo's shadow root adopts before its own. */
export const elementStyles = [
  unsafeCSS(frameCss),
  unsafeCSS(controlsCss),
  css`
    :host { display: block; }
    *, *::before, *::after { box-sizing: border-box; }
    p, ol, ul, figure { margin: 0; padding: 0; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .notice { color: var(--wrong); }
    .frame-number { flex-wrap: wrap; }
    .copy-link { margin: -3px 0 -3px auto; padding: 3px 0; border: 0; background: none; color: var(--muted); font: inherit; font-weight: 450; font-stretch: 92%; word-spacing: 0.1em; }
    button.copy-link { text-decoration: underline 1px; text-underline-offset: 4px; cursor: pointer; }
    button.copy-link:hover { color: var(--ink); }
    input.copy-link { flex: 1; min-width: 0; border-bottom: var(--hair) solid var(--rule-strong); color: var(--ink); }
    @media print { .copy-link { display: none; } }
  `,
];
