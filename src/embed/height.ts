/** What a page with a demo in a frame is told, as often as it changes, so that it can give the frame that height. */
export interface HeightMessage {
  readonly type: 'dl-height';
  readonly demo: string;
  /** In CSS pixels, from the top of the frame's page to the end of what is in it. */
  readonly height: number;
}

/** Tells the page around this one, if there is any, how high `content` is. It may be anybody's, and nothing else is told. */
export function reportHeight(content: HTMLElement, demo: string): void {
  if (window.parent === window) return;
  new ResizeObserver(() => {
    const message: HeightMessage = {
      type: 'dl-height',
      demo,
      height: Math.ceil(content.getBoundingClientRect().height),
    };
    window.parent.postMessage(message, '*');
  }).observe(content);
}
