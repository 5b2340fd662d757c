/** One field for each attribute of a demo, by its schema; fields and attributes follow each other. */
import type { AttributeRule, AttributeSchema } from '../demo/attributes';
import { element } from './element';

type Field = HTMLInputElement | HTMLSelectElement;

/**
 * @param schema which attributes, in order
 * @returns a form; setting a field sets the attribute, and what is set in the demo by hand is shown by its field
 */
export function fieldsFor(demo: HTMLElement, schema: AttributeSchema): HTMLFormElement {
  const fields = new Map(Object.entries(schema).map(([name, rule]) => [name, fieldFor(name, rule)]));
  const rows = [...fields].map(([name, field]) => row(name, field, schema[name] as AttributeRule));
  const form = element('form', { class: 'fields' }, ...rows);
  const follow = () => {
    for (const [name, field] of fields) if (document.activeElement !== field) read(demo, name, field);
  };
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', ({ target }) => {
    for (const [name, field] of fields) if (field === target) write(demo, name, field);
  });
  new MutationObserver(follow).observe(demo, { attributes: true });
  follow();
  return form;
}

function row(name: string, field: Field, { description }: AttributeRule): HTMLElement {
  const words = element('small', { id: `about-${name}` }, description.replaceAll('`', ''));
  field.setAttribute('aria-describedby', words.id);
  return element('div', { class: 'field' }, element('label', { for: field.id }, name), field, words);
}

function fieldFor(name: string, { type, values, min, max, default: preset }: AttributeRule): Field {
  const id = `set-${name}`;
  if (values) {
    const none = element('option', { value: '' }, preset === undefined ? '–' : `${preset}`);
    const others = values.filter((value) => value !== preset).map((value) => element('option', { value }, value));
    return element('select', { id }, none, ...others);
  }
  if (type === 'boolean') return element('input', { id, type: 'checkbox' });
  const limits = { ...(min !== undefined && { min: `${min}` }), ...(max !== undefined && { max: `${max}` }) };
  const hint = { ...(preset !== undefined && { placeholder: `${preset}` }) };
  return element('input', { id, type: type === 'number' ? 'number' : 'text', step: 'any', ...limits, ...hint });
}

function write(demo: HTMLElement, name: string, field: Field): void {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') demo.toggleAttribute(name, field.checked);
  else if (field.value === '') demo.removeAttribute(name);
  else demo.setAttribute(name, field.value);
}

function read(demo: HTMLElement, name: string, field: Field): void {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = demo.hasAttribute(name);
  else field.value = demo.getAttribute(name) ?? '';
}
