import Markdown from 'react-markdown';
import styles from './text.module.css';

const ALLOWED = [
  'p',
  'strong',
  'em',
  'del',
  'code',
  'pre',
  'ul',
  'ol',
  'li',
  'a',
  'blockquote',
  'br',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
];

/**
 * A description as its writer meant it: a safe part of Markdown, drawn on the server only.
 *
 * HTML in it is text; links lead to http, https and mailto only; nothing is fetched.
 */
export function Prose({ text }: { readonly text: string }) {
  return (
    <div className={styles['prose']}>
      <Markdown
        allowedElements={ALLOWED}
        unwrapDisallowed
        components={{
          a: ({ href, children }) => (
            <a href={href} rel="noreferrer noopener nofollow" target="_blank">
              {children}
            </a>
          ),
          h1: ({ children }) => <h4>{children}</h4>,
          h2: ({ children }) => <h4>{children}</h4>,
          h3: ({ children }) => <h4>{children}</h4>,
        }}
      >
        {text}
      </Markdown>
    </div>
  );
}
