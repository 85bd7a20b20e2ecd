import type { Facets, Named } from '../../../shared/pipeline-event';
import { listIn, objectIn, textIn } from './said';

const MOST_LINKS = 50;

/** Under which name a dataset is known best, and which others mean it too. `previous`: what it was called until renamed. */
export interface DatasetIdentity {
  readonly best: Named;
  readonly others: readonly Named[];
  readonly previous: Named | null;
}

/**
 * What `symlinks` and a rename say of the names of a dataset. The table of a catalog goes before a table of a database,
 * and that before a path: files have many names. A location is never more than another name.
 */
export function identityOf(spelt: Named, facets: Facets): DatasetIdentity {
  const links = listIn(facets['symlinks']?.['identifiers'])
    .slice(0, MOST_LINKS)
    .flatMap((said) => {
      const link = objectIn(said);
      const name = namedIn(link);
      return name === null ? [] : [{ ...name, isTable: textIn(link['type'])?.toUpperCase() !== 'LOCATION' }];
    });
  const names = [{ ...spelt, isTable: true }, ...links];
  const tables = names.filter(({ isTable }) => isTable);
  const best = tables.toSorted((one, other) => rankOf(other, spelt) - rankOf(one, spelt))[0] ?? spelt;
  const others = names.filter((one) => one.namespace !== best.namespace || one.name !== best.name);
  const previous = previousName(facets);
  return {
    best: bare(best),
    others: [...others.map(bare), ...(previous === null ? [] : [previous])],
    previous,
  };
}

const bare = ({ namespace, name }: Named): Named => ({ namespace, name });

function namedIn(said: Readonly<Record<string, unknown>>): Named | null {
  const namespace = textIn(said['namespace']);
  const name = textIn(said['name']);
  return namespace === null || name === null ? null : { namespace, name };
}

function previousName(facets: Facets): Named | null {
  const said = facets['lifecycleStateChange'];
  if (textIn(said?.['lifecycleStateChange'])?.toUpperCase() !== 'RENAME') return null;
  return namedIn(objectIn(said?.['previousIdentifier']));
}

/** Best known catalogs last. */
const CATALOGS: readonly RegExp[] = [
  /^(?:file|hdfs|s3[an]?|gc?s|abfss?|wasbs?|dbfs|adl|oss|viewfs)\b/i,
  /./,
  /^awsathena:/i,
  /^hive2?:/i,
  /^arn:aws:glue:/i,
  /^(?:unity-?catalog|databricks)\b/i,
];

/** A path that a table is said to be under is no better a name than the path itself. */
function rankOf({ namespace, name }: Named, spelt: Named): number {
  if ((CATALOGS[0] ?? /^$/).test(namespace)) return namespace === spelt.namespace && name === spelt.name ? 0 : -1;
  return CATALOGS.findLastIndex((pattern) => pattern.test(namespace));
}
