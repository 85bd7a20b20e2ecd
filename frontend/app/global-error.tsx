'use client';

/** When even the frame fails: plain words, no styles to depend on. */
export default function GlobalError({ retry }: { readonly retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <h1>Tributary could not draw this page</h1>
        <button type="button" onClick={retry}>
          Try again
        </button>
      </body>
    </html>
  );
}
