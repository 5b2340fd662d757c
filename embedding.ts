/** Composition root of `embedding.html`, which shows how to put a demo into another page, as it will be there. */
import { openAsGuest } from './guest';
import { offerDemos } from './src/embed/offer';

offerDemos(document.getElementById('offer') as HTMLElement, openAsGuest(), new URL('./', location.href));
