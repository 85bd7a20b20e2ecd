import { cache } from 'react';
import type { CurrentViewerQuery } from '../../graphql/generated/graphql';
import { request } from '../../graphql/client';
import { explainRefusal } from '../../graphql/page-errors';
import { CurrentViewer } from './viewer.query';

/** Who is looking: a person, or null for a visitor and while the API does not answer. */
export type Viewer = NonNullable<CurrentViewerQuery['me']>;

/** Asked once per page, however many parts need it. Never throws: the page itself will, and explain. */
export const currentViewer = cache(async (): Promise<Viewer | null> => {
  const { me } = await request(CurrentViewer).catch(() => ({ me: null }));
  return me;
});

/** Whether to offer an action; the API decides again when it is done. */
export function may(viewer: Viewer | null, permission: string): boolean {
  return viewer?.permissions.includes(permission) ?? false;
}

/**
 * For an answer that will be streamed. Where nobody is signed in it may be a refusal, which decides the status of the
 * page: it is waited for before anything is sent. Whoever reads the answer sees its other errors.
 */
export async function refuseVisitors(answer: Promise<unknown>): Promise<void> {
  answer.catch(() => undefined); // it may fail before anybody reads it
  if ((await currentViewer()) === null) await answer.catch(explainRefusal);
}
