/** Every key of the deck, as the help overlay lists it. */
const keys: readonly (readonly [keys: string, does: string])[] = [
  ['→ Space N', 'next slide'],
  ['← P', 'slide before'],
  ['↓ ↑', 'what lies under it, and back'],
  ['Home End', 'first slide, last slide'],
  ['G', 'go to a slide by its number'],
  ['Esc O', 'overview: arrows, then Enter'],
  ['S', 'speaker view: notes, clock'],
  ['T', 'light or dark'],
  ['F', 'full screen; Esc leaves it'],
  ['B .', 'black screen, and back'],
  ['Tab', 'into a figure; Esc leaves it'],
  ['?', 'this help'],
];

/** The overlay with all keys; made when first asked for. */
export class Help {
  #dialog: HTMLDialogElement | undefined;

  /** @param foot stands under the keys */
  constructor(private readonly foot: HTMLElement) {}

  get open(): boolean {
    return this.#dialog?.open ?? false;
  }

  toggle(): void {
    this.#dialog ??= createDialog(this.foot);
    if (this.#dialog.open) this.#dialog.close();
    else this.#dialog.showModal();
  }
}

function createDialog(foot: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = 'help';
  dialog.setAttribute('aria-labelledby', 'help-title');
  const rows = keys.map(([names, does]) => {
    const list = names.split(' ').map((name) => `<kbd>${name}</kbd>`);
    return `<div><dt>${list.join(' ')}</dt><dd>${does}</dd></div>`;
  });
  dialog.innerHTML = `<h2 id="help-title">Keys</h2><dl>${rows.join('')}</dl>
    <footer><span>The same as an <a href="read.html">article</a>; <a href="?print-pdf">for print</a></span>
    <form method="dialog"><button autofocus>Close</button></form></footer>`;
  dialog.querySelector('footer')?.before(foot);
  document.body.append(dialog);
  return dialog;
}
