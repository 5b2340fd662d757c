import { html, nothing, type TemplateResult } from 'lit';
import type { ViewState } from '../../src/demo/mirror/snapshot';
import { centreSquare, decodePicture } from '../../src/demo/picture/decode';
import { rawPicture } from '../../src/demo/picture/raw';
import { NO_SQUARE } from '../../src/demo/picture/square';
import {
  answer,
  type Contest,
  currentRound,
  isOver,
  networkChoice,
  newContest,
  next,
  type Round,
  SECONDS_A_PICTURE,
  wrong,
} from './contest';
import rounds from './contest.json';
import { sampleUrl } from './sample-urls';
import { samples } from './samples';
import type { Classification, ClassifierInput } from './task';

export interface ContestHost {
  readonly element: HTMLElement & { readonly state: string; readonly isCopy: boolean };
  /** Does one of the contest's acts: here, or in the window that this one copies. */
  perform(name: keyof ContestStage['acts'], argument?: unknown): void;
  /** One answer of the network, loading it first if need be. */
  judge(input: ClassifierInput): Promise<Classification>;
  changed(): void;
  mainButton(): TemplateResult;
  report(): TemplateResult | undefined;
}

/** Top-5 errors on ImageNet, in per cent, that the score stands beside: Russakovsky et al. (2015), Karpathy (2014). */
const PUBLISHED = [
  { who: 'A trained person', what: '1,000 labels, five guesses', error: 5.1 },
  { who: 'GoogLeNet, 2014', what: '1,000 labels, five guesses', error: 6.7 },
];

/** "You against the ConvNet": shows the round, keeps the clock, asks the network. The rules are in `contest.ts`. */
export class ContestStage {
  #contest: Contest | undefined;
  #startedAt = 0;
  #clock: ReturnType<typeof setInterval> | undefined;
  #network: Promise<number> | undefined;
  /** Ends listening to the keys 1 to 5, which play wherever the focus is while a contest is on. */
  #keys: AbortController | undefined;
  /** In a copy: seconds of the round that have passed in the other window. */
  #secondsThere: number | undefined;

  readonly acts = {
    begin: () => this.#start(),
    choose: (index: number) => this.#choose(index),
    next: () => this.#next(),
  };

  constructor(private readonly host: ContestHost) {
    host.element.addEventListener('dl-statechange', () => this.#followState());
  }

  describe(): string {
    if (!this.#contest) return '';
    const { person, network, played } = wrong(this.#contest);
    return `After ${played} pictures you were wrong ${person} times, the network ${network} times.`;
  }

  get viewState(): ViewState {
    return { contest: this.#contest, seconds: this.#clock && Math.round(10 * this.#seconds()) / 10 };
  }

  showViewState(view: ViewState): void {
    if ('seconds' in view) this.#secondsThere = (view.seconds as number | undefined) ?? 0;
    if (!('contest' in view)) return;
    const contest = view.contest as Contest | undefined;
    if (!contest) this.#keys?.abort();
    else if (!this.#contest) this.#listen();
    this.#contest = contest;
  }

  renderStage(): TemplateResult {
    const round = this.#contest && currentRound(this.#contest);
    return round && this.#contest ? this.#renderRound(round, this.#contest) : this.#renderResults(this.host.report());
  }

  renderControls(): TemplateResult {
    const contest = this.#contest;
    const started = contest !== undefined && !isOver(contest);
    return html`
      ${this.host.mainButton()}
      ${contest?.revealed ? html`<button type="button" class="button" @click=${() => this.host.perform('next')}>Next picture</button>` : nothing}
      ${
        started
          ? nothing
          : html`<button type="button" class="button" ?disabled=${this.host.element.state !== 'running'} @click=${() => this.host.perform('begin')}>
        ${contest ? 'Play again' : 'Start the clock'}</button>`
      }
      <span class="score end">${contest ? this.#scoreLine(contest) : `${rounds.length} pictures, ${SECONDS_A_PICTURE} seconds each`}</span>
    `;
  }

  #renderRound(round: Round, contest: Contest): TemplateResult {
    const given = contest.revealed ? contest.answers.at(-1) : undefined;
    const left = given ? 0 : Math.max(0, 1 - this.#seconds() / SECONDS_A_PICTURE);
    const alt = given ? samples.find(({ name }) => name === round.picture)?.alt : 'The picture to be named';
    return html`
      <div class="classifier">
        <div class="picture"><img src=${sampleUrl(round.picture)} alt=${alt ?? ''} /></div>
        <div class="side">
          <p class="contest-question">${contest.answers.length + (given ? 0 : 1)} of ${contest.rounds.length}: what is this?</p>
          <ol class="choices">
            ${round.candidates.map(
              ({ index, label }, i) => html`<li>
              <button type="button" class=${given && index === round.truth ? 'right' : ''} ?disabled=${given !== undefined} @click=${() => this.host.perform('choose', index)}>
                <kbd>${i + 1}</kbd><span>${label}</span><span class="who">${given ? whoChose(index, round.truth, given) : nothing}</span>
              </button></li>`,
            )}
          </ol>
          <div class="clock" role="img" aria-label="Time left"><i style="--left: ${left}"></i></div>
        </div>
      </div>
    `;
  }

  #renderResults(report?: TemplateResult): TemplateResult {
    const score = this.#contest && wrong(this.#contest);
    const here = score
      ? [
          { who: 'You', what: 'five labels, one guess', error: (100 * score.person) / score.played },
          { who: 'This network', what: 'five labels, one guess', error: (100 * score.network) / score.played },
        ]
      : [];
    const row = (entry: { who: string; what: string; error: number }, mark: string) => html`
      <li class=${mark}><span>${entry.who}<small>${entry.what}</small></span>
        <span class="track" style="--p: ${entry.error / 100}"><i></i></span><b>${entry.error.toFixed(1)} % wrong</b></li>`;
    return html`
      <div class="results">
        <ol>${here.map((entry) => row(entry, 'here'))}${PUBLISHED.map((entry) => row(entry, ''))}</ol>
        ${
          report ??
          html`<p class="aside">The published errors are far harder won: the right name among five guesses, out of a thousand names
          of which 120 are breeds of dog. Here you are offered five, and ten pictures say little about anybody.</p>`
        }
      </div>
    `;
  }

  #scoreLine(contest: Contest): string {
    const { person, network, played } = wrong(contest);
    return `right so far: you ${played - person}, network ${played - network}, of ${played}`;
  }

  #start(): void {
    this.#contest = newContest(rounds as readonly Round[]);
    this.#listen();
    this.#open();
  }

  #listen(): void {
    this.#keys?.abort();
    this.#keys = new AbortController();
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal: this.#keys.signal, capture: true });
  }

  #open(): void {
    const round = this.#contest && currentRound(this.#contest);
    if (!round || !this.#contest || this.#contest.revealed) return;
    this.#startedAt = performance.now();
    this.#network = this.#ask(round);
    // Its failure is told by the element; the round then waits for a Retry.
    this.#network.catch(() => undefined);
    this.#tick(true);
    this.host.changed();
  }

  async #ask(round: Round): Promise<number> {
    const picture = rawPicture(centreSquare(await decodePicture(sampleUrl(round.picture))));
    const among = round.candidates.map(({ index }) => index);
    const { among: probabilities = [] } = await this.host.judge({
      picture,
      square: NO_SQUARE,
      top: 1,
      heat: false,
      among,
    });
    return networkChoice(round, probabilities);
  }

  #choose(person?: number): void {
    const asked = this.#network;
    const seconds = this.#seconds();
    if (!asked) return;
    this.#network = undefined;
    this.#tick(false);
    asked.then(
      (network) => {
        if (!this.#contest) return;
        this.#contest = answer(this.#contest, { ...(person !== undefined && { person }), network, seconds });
        this.host.changed();
      },
      () => this.#end(),
    );
  }

  #end(): void {
    this.#tick(false);
    this.#keys?.abort();
    this.#contest = undefined;
    this.host.changed();
  }

  #next(): void {
    if (!this.#contest) return;
    this.#contest = next(this.#contest);
    this.#open();
    this.host.changed();
  }

  #onKey(event: KeyboardEvent): void {
    const round = this.#contest && currentRound(this.#contest);
    if (!round || !this.#contest || this.host.element.state !== 'running') return;
    const choice = round.candidates[Number(event.key) - 1];
    if (this.#contest.revealed && event.key === 'Enter') this.host.perform('next');
    else if (choice && !this.#contest.revealed) this.host.perform('choose', choice.index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The clock stands while the demo does. */
  #followState(): void {
    if (this.host.element.isCopy) return;
    if (this.host.element.state === 'running') {
      if (this.#network && !this.#clock) this.#open();
    } else {
      this.#tick(false);
    }
    if (this.host.element.state === 'idle') this.#end();
  }

  #tick(on: boolean): void {
    clearInterval(this.#clock);
    this.#clock = undefined;
    if (!on) return;
    this.#clock = setInterval(() => {
      if (this.#seconds() >= SECONDS_A_PICTURE) this.#choose();
      this.host.changed();
    }, 100);
  }

  #seconds(): number {
    if (this.#secondsThere !== undefined) return this.#secondsThere;
    return (performance.now() - this.#startedAt) / 1000;
  }
}

function whoChose(
  index: number,
  truth: number,
  { person, network }: { person?: number; network: number },
): TemplateResult {
  const names = [person === index ? 'you' : '', network === index ? 'network' : ''].filter(Boolean).join(' and ');
  if (!names) return html``;
  return index === truth ? html`${names}` : html`<b>${names}, wrong</b>`;
}
