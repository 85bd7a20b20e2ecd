import { notFound } from 'next/navigation';
import { decodeIdentity } from '../../components/asset/asset-href';
import { request } from '../../graphql/client';
import { FocusById, FocusByName } from './lineage.query';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** The id behind a focus: the id itself, or `namespace;name` in any known spelling. Unknown ends in not-found. */
export async function loadFocus(focus: string): Promise<string> {
  // The page goes out before its graph is there: whether there is such an asset has to be known first.
  if (UUID.test(focus)) return (await request(FocusById, { id: focus })).asset?.id ?? notFound();
  const identity = decodeIdentity(encodeURIComponent(focus));
  const found = identity && (await request(FocusByName, identity)).assetByName;
  return found ? found.id : notFound();
}
