import type { Sample } from '../../src/demo/picture/input';

/** In the order of the strip. Some are there because the network is wrong about them. */
export const strip: readonly Sample[] = [
  { name: 'red-panda', alt: 'A red panda looking round from a branch' },
  { name: 'tabby-cat', alt: 'The face of a tabby cat', wrong: 'wrong by a breed: the cat is a tabby' },
  { name: 'clownfish', alt: 'A clownfish among the arms of an anemone' },
  { name: 'goldfish', alt: 'A goldfish' },
  { name: 'scarlet-macaw', alt: 'A scarlet macaw on a post' },
  { name: 'koala', alt: 'A koala sitting in a fork of a tree' },
  { name: 'german-shepherd', alt: 'A German shepherd standing on grass' },
  { name: 'two-jaguars', alt: 'Two jaguars, nose to nose' },
  { name: 'komodo-dragon', alt: 'A Komodo dragon on rock' },
  { name: 'coffee-cup', alt: 'A cup of coffee on a red saucer' },
  { name: 'castle-above-forest', alt: 'Neuschwanstein castle above a forest' },
  { name: 'electric-guitar-and-drums', alt: 'An electric guitar leaning on a drum kit' },
  { name: 'giraffes', alt: 'Two giraffes before bare trees', wrong: 'wrong: giraffe is not among its 1,000 names' },
  {
    name: 'kingfisher-on-branch',
    alt: 'A kingfisher on a branch',
    wrong: 'wrong: kingfisher is not among its 1,000 names',
  },
  { name: 'bata-drums', alt: 'Three batá drums on grass' },
  {
    name: 'statue-of-liberty',
    alt: 'The Statue of Liberty',
    wrong: 'it names the pedestal: statue is not among its names',
  },
];

/** Seen in the contest, or by their name as an attribute. */
const further: readonly Sample[] = [
  { name: 'bee-in-flight', alt: 'A bee flying to a red flower' },
  { name: 'bucket', alt: 'A wooden milk pail' },
  { name: 'chateau-on-river', alt: 'The château of Chenonceau over its river' },
  { name: 'cliff-dwellings', alt: 'Houses built into a cliff' },
  { name: 'gibbon-in-tree', alt: 'A gibbon hanging in a tree' },
  { name: 'hammer-on-blue', alt: 'A hammer on a blue ground' },
  { name: 'hens-on-grass', alt: 'Brown hens on a lawn' },
  { name: 'puffer-fish', alt: 'A spotted puffer fish' },
];

export const samples: readonly Sample[] = [...strip, ...further];
