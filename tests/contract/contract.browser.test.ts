import { expect, it } from 'vitest';
import { openDoors } from '../../doors';
import { allEngines } from '../../src/engine/engines';
import { contractSuite } from './suite';

contractSuite(openDoors(), 'worker');

it('two backends are two engines, however many demos', () => {
  expect(allEngines()).toHaveLength(2);
});
