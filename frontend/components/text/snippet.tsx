import { Fragment } from 'react';

const START = '\uE000';
const END = '\uE001';

/** The text of a snippet without its marks. */
export function plainSnippet(snippet: string): string {
  return snippet.replaceAll(START, '').replaceAll(END, '');
}

/** What matched, marked; everything in it is plain text, whatever it looks like. */
export function Snippet({ text }: { readonly text: string }) {
  return text.split(START).map((part, index) => {
    if (index === 0) return part;
    const [marked = '', ...rest] = part.split(END);
    return (
      <Fragment key={index}>
        <mark>{marked}</mark>
        {rest.join('')}
      </Fragment>
    );
  });
}
