/** One way of doing the same work, by its name; several runs, interleaved with the other ways. Times in milliseconds. */
export interface Timing {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface Outcome {
  /** What is done, in a few words. */
  readonly work: string;
  /** Our way first. */
  readonly ways: Readonly<Record<string, Timing>>;
}

/** What every `NAME.bench.ts` exports. */
export interface Bench {
  run(): Promise<Outcome>;
}

/**
 * Runs all ways in turn, again and again, so that whatever else the machine does falls on all alike.
 * @param warmUps runs of each that are not counted
 */
export async function compare(
  work: string,
  ways: Readonly<Record<string, () => Promise<unknown>>>,
  { runs = 15, warmUps = 3 } = {},
): Promise<Outcome> {
  const times = new Map(Object.keys(ways).map((name) => [name, [] as number[]]));
  for (let run = -warmUps; run < runs; run++)
    for (const [name, way] of Object.entries(ways)) {
      const start = performance.now();
      await way();
      if (run >= 0) times.get(name)?.push(performance.now() - start);
    }
  return { work, ways: Object.fromEntries([...times].map(([name, values]) => [name, timing(values)])) };
}

function timing(values: readonly number[]): Timing {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  return { min: at(0), median: at(0.5), max: at(1) };
}
