import { css } from 'lit';

/** The picture with what lies over it, and the strip of samples; columns of the strip by `--strip-columns`. */
export const pictureStyles = css`
  .picture { position: relative; align-self: start; aspect-ratio: 1; overflow: hidden; background: var(--paper-2); }
  .picture > *, .overlay > * { position: absolute; inset: 0; width: 100%; height: 100%; }
  .picture > :is(img, video) { object-fit: cover; }
  .picture > canvas { display: block; }
  .square { cursor: grab; touch-action: none; }
  .square:focus-visible { outline: none; }
  .square:focus-visible .corners { stroke: var(--accent); stroke-width: 6; }

  .samples { display: grid; grid-template-columns: repeat(var(--strip-columns, 8), 1fr); gap: 5px; margin: 0; padding: 0; border: 0; }
  .samples label { position: relative; display: block; height: 42px; cursor: pointer; }
  .samples img { display: block; width: 100%; height: 100%; object-fit: cover; }
  .samples input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
  .samples label:has(:checked) { box-shadow: 0 0 0 3px var(--paper), 0 0 0 6px var(--accent); z-index: 1; }
  .samples label:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 5px; }
  @container frame (max-width: 460px) {
    .samples label { height: 38px; }
  }
`;
