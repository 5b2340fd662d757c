import type { Sample } from '../../src/demo/picture/input';

/** In the order of the strip. */
export const strip: readonly Sample[] = [
  { name: 'german-shepherd', alt: 'A German shepherd standing on grass' },
  {
    name: 'horses-in-a-field',
    alt: 'Four horses and a foal in a field',
    wrong: 'wrong: 5,637 of its captions say dog, 191 horse',
  },
  { name: 'photographer-with-tripod', alt: 'A man in a coat looking into a camera on a tripod' },
  {
    name: 'mariachi-players',
    alt: 'Mariachi players with violins and trumpets',
    wrong: 'wrong: trumpet is not among its words',
  },
  {
    name: 'polar-bear',
    alt: 'A polar bear walking through snow',
    wrong: 'wrong: bear stands in 18 of its captions, dog in 5,637',
  },
  {
    name: 'kitten-with-yarn',
    alt: 'A kitten playing with a ball of yarn',
    wrong: 'wrong: cat stands in 42 of its captions, dog in 5,637',
  },
  {
    name: 'astronaut-portrait',
    alt: 'An astronaut in an orange suit beside a model of a space shuttle',
    wrong: 'wrong: astronaut is not among its words',
  },
  {
    name: 'rocket-launch',
    alt: 'A rocket on its launch pad at night',
    wrong: 'wrong: rocket stands in 9 of its 30,455 captions',
  },
];

/** By their name as an attribute. */
const further: readonly Sample[] = [
  { name: 'biplane-from-above', alt: 'A biplane seen from above', wrong: 'wrong: biplane is not among its words' },
  { name: 'boats-on-river', alt: 'Boats on a river before a village, 1865' },
  { name: 'musicians-on-stage', alt: 'Four musicians on a dark stage' },
  { name: 'sheep', alt: 'A sheep on a meadow', wrong: 'wrong: sheep stands in 41 of its captions' },
];

export const samples: readonly Sample[] = [...strip, ...further];
