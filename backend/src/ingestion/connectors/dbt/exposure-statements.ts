import type { AssetFacts, AssetType } from '../../../shared/vocabulary';
import type { NoteStatement, Statement } from '../../metadata-patch';
import type { ManifestContext } from './manifest-context';
import { note } from './metadata';
import { redactUrl } from './redact';
import { commonProperties, declaredOwner, ownerText, tagsOf } from './resource';
import { firstTold, telling } from './said';
import type { Exposure } from './shapes';

const TYPES: ReadonlyMap<string, AssetType> = new Map([
  ['dashboard', 'DASHBOARD'],
  ['notebook', 'NOTEBOOK'],
  ['ml', 'ML_MODEL'],
  ['application', 'APPLICATION'],
  ['analysis', 'QUERY'],
]);

/** What an exposure becomes: a dashboard, notebook, model of machine learning, application or query, fed by its parents. */
export function exposureStatements(
  uniqueId: string,
  exposure: Exposure,
  context: ManifestContext,
): readonly Statement[] {
  const key = context.key(uniqueId);
  const { edges, notes } = context.edgesOf(uniqueId, exposure);
  const subject = { spelling: context.spelling(uniqueId) };
  const facts = exposureFacts(uniqueId, exposure, context);
  return [{ kind: 'asset', key, subject, facts, edges }, ...notes, ...typeNote(key, exposure.type ?? '')];
}

function typeNote(key: string, type: string): readonly NoteStatement[] {
  return TYPES.has(type)
    ? []
    : [note(key, `exposure type "${type.slice(0, 100)}" is not known; taken for an application`)];
}

function exposureFacts(uniqueId: string, exposure: Exposure, context: ManifestContext): AssetFacts {
  const url = exposure.url ? redactUrl(exposure.url) : null;
  return telling({
    type: TYPES.get(exposure.type ?? '') ?? 'APPLICATION',
    displayName: firstTold(exposure.label, exposure.name),
    description: exposure.description,
    owner: firstTold(
      declaredOwner(exposure, context.index.groupOwners),
      ownerText(exposure.owner),
      context.parameters.owner,
    ),
    tags: tagsOf(exposure),
    layer: exposure.type === 'ml' ? 'ml' : 'bi',
    location: url,
    properties: telling({
      ...commonProperties(uniqueId, exposure),
      exposureType: exposure.type,
      maturity: exposure.maturity,
      url,
      ownerEmail: ownerText(exposure.owner.email),
    }),
  });
}
