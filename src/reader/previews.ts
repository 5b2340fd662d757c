/** Notes and sources where they are called for: a small sheet beside the call, unless what it leads to is in view already. */

const calls = '.call a[href^="#note-"], .source a[href^="#source-"], .side-notes a[href^="#source-"]';
const gapPx = 8;
const marginPx = 12;
/** Time for a pointer to pass over a call, or from it to the sheet. */
const waitMs = 150;

/**
 * Previews under the pointer and the keyboard's focus. On a touch screen the first tap shows the preview and the second
 * follows the link.
 */
export function previewNotes(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  const sheet = new Sheet();
  const callOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLAnchorElement>(calls) : null);
  document.addEventListener('pointerover', (event) => {
    const call = callOf(event);
    if (call && event.pointerType === 'mouse') sheet.soon(call);
    else if (event.target instanceof Node && !sheet.holds(event.target)) sheet.leave();
  });
  document.addEventListener('focusin', (event) => {
    const call = callOf(event);
    if (call?.matches(':focus-visible')) sheet.show(call);
    else if (event.target instanceof Node && !sheet.holds(event.target)) sheet.hide();
  });
  document.addEventListener('click', (event) => {
    const call = callOf(event);
    const byTouch = (event as PointerEvent).pointerType === 'touch';
    if (call && byTouch && sheet.call !== call && sheet.show(call)) event.preventDefault();
    else if (call || !(event.target instanceof Node && sheet.holds(event.target))) sheet.hide();
  });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && sheet.hide());
  document.addEventListener('scroll', () => sheet.hide(), { passive: true });
}

class Sheet {
  readonly #element = document.createElement('aside');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #call: HTMLAnchorElement | undefined;

  constructor() {
    this.#element.className = 'preview';
    this.#element.id = 'preview';
    this.#element.popover = 'manual';
    this.#element.setAttribute('role', 'note');
    document.body.append(this.#element);
  }

  /** Whose preview is shown. */
  get call(): HTMLAnchorElement | undefined {
    return this.#call;
  }

  holds(node: Node): boolean {
    return this.#element.contains(node);
  }

  soon(call: HTMLAnchorElement): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.show(call), waitMs);
  }

  leave(): void {
    clearTimeout(this.#timer);
    if (this.#call) this.#timer = setTimeout(() => this.hide(), 2 * waitMs);
  }

  /** @returns Whether there is anything to show that is not in view. */
  show(call: HTMLAnchorElement): boolean {
    clearTimeout(this.#timer);
    if (this.#call === call) return true;
    this.hide();
    const goal = document.getElementById(decodeURIComponent(call.hash.slice(1)));
    if (!goal || isInView(goal)) return false;
    this.#element.replaceChildren(...withoutIds(goal));
    this.#element.showPopover();
    this.#place(call);
    this.#call = call;
    call.setAttribute('aria-describedby', this.#element.id);
    return true;
  }

  hide(): void {
    clearTimeout(this.#timer);
    if (!this.#call) return;
    this.#call.removeAttribute('aria-describedby');
    this.#call = undefined;
    this.#element.hidePopover();
  }

  /** Under the call, or over it where there is no room; never beyond the sides of the window. */
  #place(call: HTMLAnchorElement): void {
    const at = call.getBoundingClientRect();
    const { width, height } = this.#element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = at.bottom + gapPx;
    const top = below + height > clientHeight - marginPx ? at.top - gapPx - height : below;
    const left = Math.max(marginPx, Math.min(at.left, clientWidth - marginPx - width));
    Object.assign(this.#element.style, { left: `${left}px`, top: `${Math.max(marginPx, top)}px` });
  }
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

function withoutIds(goal: Element): Node[] {
  const copy = goal.cloneNode(true) as Element;
  copy.querySelector('.back')?.remove();
  for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
  return [...copy.childNodes];
}
