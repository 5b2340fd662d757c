/** Tokens that a page may set, as `--dl-NAME`. */
export const openTokens = [
  'accent',
  'paper',
  'paper-2',
  'ink',
  'ink-2',
  'muted',
  'rule',
  'rule-strong',
  'serif',
  'sans',
  'mono',
] as const;
