/**
 * Defines a demo's element, `dl-NAME`. A name can be given once a page: where an element has it already (a second copy
 * of this code, by script or by package), that one stays.
 */
export function defineDemo(element: CustomElementConstructor & { readonly demo: string }): void {
  const tag = `dl-${element.demo}`;
  if (customElements.get(tag)) console.warn(`<${tag}> is on this page already; a second copy of it is left out.`);
  else customElements.define(tag, element);
}
