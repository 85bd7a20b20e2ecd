import { notFound } from 'next/navigation';
import { decodeIdentity } from '../../components/asset/asset-href';
import { request } from '../../graphql/client';
import { FocusByName } from './lineage.query';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** The id behind a focus: the id itself, or `namespace;name` in any known spelling. Unknown ends in not-found. */
export async function loadFocus(focus: string): Promise<string> {
  if (UUID.test(focus)) return focus;
  const identity = decodeIdentity(encodeURIComponent(focus));
  const found = identity && (await request(FocusByName, identity)).assetByName;
  return found ? found.id : notFound();
}
