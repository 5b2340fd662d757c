import { html, type TemplateResult } from 'lit';
import type { DemoError } from '../engine/errors';
import type { ErrorCode } from '../engine/protocol';

const HEADLINES: Record<ErrorCode, string> = {
  backend: 'Nothing here can run it.',
  network: 'The weights did not arrive.',
  checksum: 'The weights are not the ones that were published.',
  shape: 'The model does not fit this page.',
  'context-lost': 'The GPU was taken away too often.',
  input: 'That cannot be used.',
  step: 'The model stopped answering.',
};

/** What went wrong and what to do next, beside the recorded picture. */
export const report = ({ code, message }: DemoError): TemplateResult => html`
  <div class="report" role="alert">
    <strong>${HEADLINES[code]}</strong> ${message} What stands here is a recorded result; Retry tries again.
  </div>
`;
