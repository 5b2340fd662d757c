/** `custom-elements.json`: what editors and documentation tools read about the elements. */
import { readFileSync } from 'node:fs';
import { type AttributeRule, type AttributeSchema, commonAttributes } from '../../src/demo/attributes.ts';
import { openTokens } from '../../src/embed/open-tokens.ts';

const events = {
  'dl-statechange': 'It went into another state: `{ state }`.',
  'dl-progress': 'More of its model has come: `{ fraction, loadedBytes, totalBytes }`.',
  'dl-result': 'It has answered: `{ result, milliseconds, backend }`.',
  'dl-error': 'It could not: `{ code, message, cause, mending }`.',
};

const parts = {
  card: 'the whole figure',
  stage: 'what is seen',
  controls: 'what can be done',
  status: 'what is going on, in words and numbers',
};

const BASE = 'src/demo/demo-element.ts';
const elementOf = (name: string) => `demos/${name}/element.ts`;

/** Members of every demo that a page may call, with those of its base. */
const common = new Set(['load', 'run', 'pause', 'reset', 'dispose', 'usage', 'state', 'disposed']);

interface Member {
  readonly name: string;
  readonly kind: string;
  readonly privacy?: string;
  readonly static?: boolean;
  readonly inheritedFrom?: object;
  readonly description?: string;
}

interface Declaration {
  readonly kind: string;
  readonly name: string;
  readonly description?: string;
  readonly members?: readonly Member[];
}

interface Module {
  readonly path: string;
  readonly declarations: readonly Declaration[];
}

/** What the analyzer offers to programs; its own types tell of its command line alone. */
interface Analyzer {
  create(options: { modules: readonly unknown[] }): { modules: readonly Module[] };
  readonly ts: {
    createSourceFile(path: string, text: string, target: number, withParents: boolean): unknown;
    readonly ScriptTarget: { readonly ES2022: number };
  };
}

export interface DescribedDemo {
  readonly name: string;
  /** The demo's own attributes. */
  readonly attributes: AttributeSchema;
}

/** The manifest of a package in which each demo is an entry of its name. */
export async function manifestOf(demos: readonly DescribedDemo[]): Promise<object> {
  const classes = await elementClasses([BASE, ...demos.map(({ name }) => elementOf(name))]);
  const base = classes.get(BASE)?.members?.filter(({ name }) => common.has(name)) ?? [];
  const modules = demos.map((demo) => moduleOf(demo, classes.get(elementOf(demo.name)), base));
  return { schemaVersion: '1.0.0', readme: 'README.md', modules };
}

function moduleOf(
  { name, attributes }: DescribedDemo,
  element: Declaration | undefined,
  base: readonly Member[],
): object {
  if (!element) throw new Error(`${elementOf(name)} has no class of an element`);
  const path = `${name}.js`;
  const tagName = `dl-${name}`;
  const { name: className, description, members = [] } = element;
  const own = members.filter((member) => isOpen(member) && !common.has(member.name));
  return {
    kind: 'javascript-module',
    path,
    declarations: [
      {
        kind: 'class',
        customElement: true,
        tagName,
        name: className,
        description,
        superclass: { name: 'HTMLElement' },
        attributes: Object.entries({ ...commonAttributes, ...attributes }).map(attribute),
        members: [...own, ...base],
        events: named(events).map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
        cssParts: named(parts),
        cssProperties: openTokens.map((token) => ({ name: `--dl-${token}` })),
        slots: [{ name: '', description: 'The caption, in place of the demo’s own.' }],
      },
    ],
    exports: [
      { kind: 'js', name: className, declaration: { name: className, module: path } },
      { kind: 'custom-element-definition', name: tagName, declaration: { name: className, module: path } },
    ],
  };
}

const named = (descriptions: Readonly<Record<string, string>>) =>
  Object.entries(descriptions).map(([name, description]) => ({ name, description }));

/** What only Lit and the browser call is left out. */
const isOpen = ({ name, kind, privacy, static: isStatic, inheritedFrom }: Member): boolean =>
  kind === 'method' && !privacy && !isStatic && !inheritedFrom && !/^#|Callback$/.test(name);

function attribute([name, rule]: [string, AttributeRule]): object {
  const text = rule.values?.map((value) => `'${value}'`).join(' | ') ?? rule.type;
  const preset = rule.default === undefined ? {} : { default: String(rule.default) };
  return { name, type: { text }, description: rule.description, ...preset };
}

/** The classes of elements in some files, by path, as the analyzer reads them. */
async function elementClasses(paths: readonly string[]): Promise<Map<string, Declaration>> {
  const { create, ts } = (await import('@custom-elements-manifest/analyzer')) as unknown as Analyzer;
  const read = (path: string) => ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  const { modules } = create({ modules: paths.map(read) });
  return new Map(
    modules.flatMap(({ path, declarations }) => {
      const found = declarations.find(({ kind, name }) => kind === 'class' && name.endsWith('Element'));
      return found ? [[path, found] as const] : [];
    }),
  );
}
