import type { AssetType } from '../../../shared/vocabulary';
import type { Statement } from '../../metadata-patch';
import type { ManifestContext } from './manifest-context';
import { note } from './metadata';
import { commonProperties } from './node-statements';
import { redactUrl } from './redact';
import { declaredOwner, ownerText, tagsOf } from './resource';
import { telling } from './said';
import type { Exposure } from './shapes';
import { projectSpelling } from './spelling';

const TYPES: Readonly<Record<string, AssetType>> = {
  dashboard: 'DASHBOARD',
  notebook: 'NOTEBOOK',
  ml: 'ML_MODEL',
  application: 'APPLICATION',
  analysis: 'QUERY',
};

/** What an exposure becomes: a dashboard, notebook, model of machine learning, application or query, fed by its parents. */
export function exposureStatements(
  uniqueId: string,
  exposure: Exposure,
  context: ManifestContext,
): readonly Statement[] {
  const key = context.key(uniqueId);
  const { edges, notes } = context.edgesOf(uniqueId, exposure);
  const type = TYPES[exposure.type ?? ''];
  const unknown =
    type === undefined
      ? [note(key, `exposure type "${(exposure.type ?? '').slice(0, 100)}" is not known; taken for an application`)]
      : [];
  const owner =
    declaredOwner(exposure, context.index.groupOwners) ?? ownerText(exposure.owner) ?? context.parameters.owner;
  const facts = telling({
    type: type ?? 'APPLICATION',
    displayName: exposure.label ? exposure.label : exposure.name,
    description: exposure.description,
    owner,
    tags: tagsOf(exposure),
    layer: exposure.type === 'ml' ? 'ml' : 'bi',
    location: exposure.url ? redactUrl(exposure.url) : null,
    properties: telling({
      ...commonProperties(uniqueId, exposure),
      exposureType: exposure.type,
      maturity: exposure.maturity,
      url: exposure.url ? redactUrl(exposure.url) : null,
      ownerEmail: ownerText(exposure.owner?.email),
    }),
  });
  const subject = { spelling: projectSpelling(context.index.project, uniqueId) };
  return [{ kind: 'asset', key, subject, facts, edges }, ...notes, ...unknown];
}
