/** Composition root of `embed.html`: one demo alone (`?demo=NAME`), or all of them in every state. */
import { openDoors } from './doors';
import { showDemo } from './src/embed/page';

const place = document.getElementById('demo') as HTMLElement;
const parameters = new URLSearchParams(location.search);
const demos = openDoors();

if (parameters.has('demo')) void showDemo(place, demos, parameters);
else {
  const [{ standStill }, { showGallery }] = await Promise.all([
    import('./src/demo/still-engine'),
    import('./src/embed/gallery'),
  ]);
  standStill();
  await showGallery(place, demos, parameters);
}
