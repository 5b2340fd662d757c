import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type AttributeSchema, attributeProblem, commonAttributes } from '../../src/demo/attributes.ts';
import type { DemoBlock } from './model.ts';
import type { ModuleHost } from './module-host.ts';
import type { Problems } from './problems.ts';

/** Attributes that the compiler writes itself. */
const written = ['number', 'caption-side'];

/** Holds the tags of demos against the demos that there are: name, attributes and their values. */
export interface Demos {
  check(block: DemoBlock): Promise<void>;
}

export interface DemoOptions {
  readonly root: string;
  /** Folder of the demos, absolute. */
  readonly folder: string;
  readonly modules: ModuleHost;
  readonly problems: Problems;
}

export async function openDemos(options: DemoOptions): Promise<Demos> {
  const { folder, problems } = options;
  const names = await demoNames(folder);
  return {
    async check({ name, attributes, place }) {
      if (!names.includes(name)) {
        const known = names.map((known) => `dl-${known}`).join(', ');
        problems.add(
          place,
          `There is no demo “dl-${name}”`,
          `There are ${known || 'none'}; a demo is a folder under demos/.`,
        );
        return;
      }
      const schema = await readSchema(name, options);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (written.includes(attribute)) {
          problems.add(place, `“${attribute}” is set by the compiler`, 'Leave it out.');
          continue;
        }
        const fault = attributeProblem(attribute, value, schema);
        if (fault) problems.add(place, `<dl-${name}>: ${fault}`, `See demos/${name}/attributes.ts.`);
      }
    },
  };
}

async function demoNames(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

async function readSchema(name: string, { root, folder, modules, problems }: DemoOptions): Promise<AttributeSchema> {
  const path = join(folder, name, 'attributes.ts');
  const place = { file: relative(root, path), line: 1, column: 1 };
  try {
    const { attributes } = (await modules.load(path)) as { attributes?: AttributeSchema };
    if (attributes) return { ...commonAttributes, ...attributes };
    problems.add(place, 'There is no export “attributes”', 'Export the schema of the demo’s own attributes.');
  } catch (error) {
    problems.add(place, `The attributes of dl-${name} cannot be read: ${String(error)}`, 'Mend the file.');
  }
  return commonAttributes;
}
