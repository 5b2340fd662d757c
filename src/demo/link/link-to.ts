import { siteUrl } from '../site';

/** @param state as `writeState` gives it @returns an absolute address, or nothing where the demo has no place of its own */
export type LinkTo = (demo: HTMLElement, state: string) => string | undefined;

let linkTo: LinkTo = () => undefined;

/** Each face of the site has addresses of its own; wherever none is said, or none is found, a link leads to the page of one demo. */
export function configureLinks(to: LinkTo): void {
  linkTo = to;
}

/** Where a demo is shown in a state. */
export const linkOf = (demo: HTMLElement, state: string): string =>
  linkTo(demo, state) ?? siteUrl(`embed.html?demo=${demo.localName.replace('dl-', '')}&${state}`);
