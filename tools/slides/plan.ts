/** What the whole talk must come to. The compiler holds the Markdown against it once the talk is complete. */

export interface PlannedSection {
  readonly key: string;
  /** Main slides; those under them are extra and not counted. */
  readonly slides: number;
}

export interface Plan {
  readonly title: string;
  readonly sections: readonly PlannedSection[];
  /** Length of the talk; the minutes of the main slides add up to it. */
  readonly minutes: number;
}

export const talk: Plan = {
  title: 'The State of Deep Learning in 2014',
  sections: [
    { key: 'opening', slides: 3 },
    { key: 'vision', slides: 19 },
    { key: 'words', slides: 7 },
    { key: 'translation', slides: 7 },
    { key: 'captions', slides: 4 },
    { key: 'play', slides: 5 },
    { key: 'execute', slides: 4 },
    { key: 'turing', slides: 3 },
    { key: 'memory', slides: 3 },
    { key: 'closing', slides: 6 },
  ],
  minutes: 30,
};

/** The most that fits, measured on the look's slides and then taken a little lower. */
export const limits = {
  captionWords: 35,
  /** One line of the headline's 43 px in 1152 px, in characters. */
  headlineCharacters: 62,
  /** Three lines of the opener's 101 px in 640 px. */
  openerCharacters: 36,
  claimWords: 20,
  /** Caption, quotation and other text of one slide together; sources are not counted. */
  slideWords: 95,
  /** A slide of the layout `text`; its bibliography is not counted. */
  textSlideWords: 130,
} as const;

export function totalSlides(plan: Plan): number {
  return plan.sections.reduce((sum, section) => sum + section.slides, 0);
}
