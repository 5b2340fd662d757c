/** Told of a picture file that somebody dropped on an element, or pasted while it had the focus or the pointer. */
export type FileListener = (file: Blob) => void;

/**
 * Lets pictures be dropped on `target`, and pasted while the pointer or the focus is in it.
 * @returns stops listening
 */
export function receivePictures(target: HTMLElement, listener: FileListener): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  target.addEventListener('dragover', (event) => event.preventDefault(), { signal });
  target.addEventListener(
    'drop',
    (event) => {
      event.preventDefault();
      give(event.dataTransfer, listener);
    },
    { signal },
  );
  document.addEventListener(
    'paste',
    (event) => {
      if (target.matches(':hover, :focus-within')) give(event.clipboardData, listener);
    },
    { signal },
  );
  return () => ends.abort();
}

function give(data: DataTransfer | null, listener: FileListener): void {
  const file = data?.files[0];
  if (file) listener(file);
}

/** Opens the browser's file chooser. Must be called from a click. */
export function choosePicture(listener: FileListener): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/*';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) listener(file);
  });
  input.click();
}
