/** One attribute of a demo element, as its author writes it in HTML. */
export interface AttributeRule {
  readonly type: 'string' | 'number' | 'boolean';
  /** The only strings allowed, where the choice is closed. */
  readonly values?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly default?: string | number | boolean;
  /** One sentence for the demo's README and the embed page. */
  readonly description: string;
}

export type AttributeSchema = Readonly<Record<string, AttributeRule>>;

/** The attributes that every demo element has, whatever it shows. */
export const commonAttributes = {
  src: {
    type: 'string',
    description:
      'Address of the demo’s model folder; the site’s own by default. A further model that it uses is looked for beside it.',
  },
  loading: {
    type: 'string',
    values: ['lazy', 'eager'],
    default: 'lazy',
    description: '`eager` loads as soon as the element is in the page; `lazy` waits to be asked.',
  },
  poster: { type: 'string', description: 'Address of a picture to show while idle instead of the recorded result.' },
  seed: { type: 'number', min: 0, default: 2014, description: 'Seed of everything random in the demo.' },
  backend: {
    type: 'string',
    values: ['auto', 'webgl', 'wasm'],
    default: 'auto',
    description: 'Where tensors live; `auto` takes the GPU where there is one.',
  },
  number: { type: 'string', description: 'Number of the figure, shown before its caption.' },
  'caption-side': {
    type: 'string',
    values: ['left', 'right', 'below'],
    default: 'below',
    description: 'Where the caption stands while the frame is wide enough.',
  },
} as const satisfies AttributeSchema;

/** What a person sets, and so what a link keeps and a copy in another window shows: a demo's own attributes, and the seed. */
export const stateNames = (own: AttributeSchema): string[] => [...new Set([...Object.keys(own), 'seed'])];

/**
 * Says what is wrong with an attribute as written, or nothing.
 * `true` stands for an attribute without a value (`<dl-x paused>`).
 */
export function attributeProblem(name: string, written: string | true, schema: AttributeSchema): string | undefined {
  const rule = Object.hasOwn(schema, name) ? schema[name] : undefined;
  if (!rule) return `no attribute “${name}”; there are: ${Object.keys(schema).sort().join(', ')}`;
  if (rule.type === 'boolean')
    return written === true || written === '' ? undefined : `“${name}” takes no value: it is there or not`;
  if (written === true) return `“${name}” needs a value`;
  if (rule.values && !rule.values.includes(written)) return `“${name}” is one of ${rule.values.join(', ')}`;
  return rule.type === 'number' ? numberProblem(name, written, rule) : undefined;
}

function numberProblem(name: string, written: string, { min, max }: AttributeRule): string | undefined {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return `“${name}” is a number, not “${written}”`;
  if (min !== undefined && value < min) return `“${name}” is at least ${min}`;
  if (max !== undefined && value > max) return `“${name}” is at most ${max}`;
  return undefined;
}
