/** What came back, for reading: pretty JSON, how long it took, and whether it was refused. */
export interface RunResult {
  readonly text: string;
  readonly milliseconds: number;
  readonly isRefused: boolean;
}

/** Sends whatever was written, as the person who is signed in. Never throws: every outcome is shown. */
export async function runQuery(query: string, variablesText: string, signal: AbortSignal): Promise<RunResult> {
  const started = performance.now();
  const variables = readVariables(variablesText);
  if (variables instanceof Error) return { text: `Variables: ${variables.message}`, milliseconds: 0, isRefused: true };
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
    signal,
  }).catch((error: unknown) => (error instanceof Error ? error : new Error('No answer')));
  const milliseconds = performance.now() - started;
  if (response instanceof Error) return { text: response.message, milliseconds, isRefused: true };
  const text = await response.text();
  return { text: pretty(text), milliseconds, isRefused: !response.ok || text.startsWith('{"errors"') };
}

function readVariables(text: string): object | null | Error {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as object;
  } catch (error) {
    return error instanceof Error ? error : new Error('not JSON');
  }
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // an error page of something in between: shown as it is
  }
}
