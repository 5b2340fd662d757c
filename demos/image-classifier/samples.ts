/** A photograph that comes with the demo: `photos/NAME.jpg`. */
export interface Sample {
  readonly name: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
}

export const samples: readonly Sample[] = [{ name: 'red-panda', alt: 'A red panda on a branch' }];
