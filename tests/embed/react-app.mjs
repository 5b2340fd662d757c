/** A React app with a demo in it; bundled by the test. */
import { createElement as h, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [shown, show] = useState(true);
  const [length, lengthen] = useState(5);
  const [backend, tell] = useState('');
  const demo = h(
    'dl-ntm-copy',
    { length, backend: 'wasm', 'ondl-result': (event) => tell(event.detail.backend) },
    `${length} rows, copied.`,
  );
  return h(
    'main',
    null,
    h('button', { type: 'button', onClick: () => show(!shown) }, shown ? 'Take away' : 'Bring back'),
    h('button', { type: 'button', onClick: () => lengthen(length + 1) }, 'One row more'),
    h('output', null, backend),
    shown && demo,
  );
}

createRoot(document.getElementById('app')).render(h(StrictMode, null, h(App)));
