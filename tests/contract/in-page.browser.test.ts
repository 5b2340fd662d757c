import { engineSource, openDoors } from '../../doors';
import { configureEngines } from '../../src/engine/engines';
import { contractSuite } from './suite';

/** The same engine where a policy forbids workers. */

const elements = openDoors();
const noWorker = (): Worker => {
  throw new DOMException('The policy of this page forbids workers.', 'SecurityError');
};
configureEngines({ ...engineSource, worker: noWorker }, 'auto');

contractSuite(elements, 'page');
