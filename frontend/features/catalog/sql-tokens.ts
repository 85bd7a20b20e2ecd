/** A piece of SQL and what to colour it as; `plain` for all else. */
export interface SqlToken {
  readonly kind: 'keyword' | 'string' | 'comment' | 'number' | 'plain';
  readonly text: string;
}

const KEYWORDS = new Set(
  `select from where group by having order limit offset with recursive as join inner left right full outer cross lateral on using union all
  except intersect distinct case when then else end and or not in exists between like ilike is null true false over partition rows range
  unbounded preceding following current row qualify insert into values update set delete create table view materialized or replace if
  cast window filter within array unnest asc desc nulls first last fetch next only returning merge matched primary key references`.split(
    /\s+/,
  ),
);
const PIECE =
  /(--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|\{#[\s\S]*?(?:#\}|$))|('(?:[^']|'')*'?)|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)|([\s\S])/g;

/** Cuts SQL into coloured pieces; put together again they are the text, to the letter. */
export function tokenizeSql(text: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [piece] = match;
    const kind = kindOf(match);
    const last = tokens.at(-1);
    if (last?.kind === kind) tokens[tokens.length - 1] = { kind, text: last.text + piece };
    else tokens.push({ kind, text: piece });
  }
  return tokens;
}

function kindOf([, comment, string, number, word = '']: RegExpExecArray): SqlToken['kind'] {
  if (comment !== undefined) return 'comment';
  if (string !== undefined) return 'string';
  if (number !== undefined) return 'number';
  return KEYWORDS.has(word.toLowerCase()) ? 'keyword' : 'plain';
}
