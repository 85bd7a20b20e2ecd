import {
  canonicalize,
  defaultType,
  withoutSecrets,
  type CanonicalName,
  type NamedAssets,
  type NamespaceRegistry,
  type StagedRef,
} from '../../catalog';
import { DomainError } from '../../shared/errors';
import type { AssetType, Spelling } from '../../shared/vocabulary';
import type { AssetRef } from '../metadata-patch';

/** Why a reference cannot be looked up; for people. */
export class UnusableRef extends Error {}

/**
 * Numbers every asset that a patch names, once per canonical spelling, key or id, and hands each out for staging once.
 *
 * Memory: one short string per asset named, whatever the number of edges.
 */
export class RefBook {
  private readonly numbers = new Map<string, number>();
  private readonly spellings = new Map<string, number>();
  private fresh: StagedRef[] = [];
  private readonly counts = { names: 0, keys: 0, ids: 0, verbatims: 0, partials: 0 };

  constructor(private readonly registry: NamespaceRegistry) {}

  /** @throws UnusableRef when the spelling breaks a rule of names. */
  numberOf(ref: AssetRef, saidBy: string, type?: AssetType): number {
    if ('key' in ref) return this.number(`K${ref.key}`, (no) => ({ no, kind: 'KEY', key: ref.key, said_by: saidBy }));
    if ('assetId' in ref) {
      return this.number(`I${ref.assetId}`, (no) => ({ no, kind: 'ID', key: ref.assetId, said_by: saidBy }));
    }
    return this.numberOfSpelling(ref.spelling, saidBy, ref.isJob === true ? 'JOB' : type);
  }

  /** What has been numbered since the last call. */
  takeFresh(): readonly StagedRef[] {
    const taken = this.fresh;
    this.fresh = [];
    return taken;
  }

  get size(): number {
    return this.numbers.size;
  }

  /** How many there are, by how they are looked up. */
  get named(): Omit<NamedAssets, 'aliases'> {
    return this.counts;
  }

  private numberOfSpelling(spelling: Spelling, saidBy: string, type?: AssetType): number {
    const isJob = type === 'JOB';
    const raw = `${String(isJob)}${spelling.quoting}\u0000${spelling.namespace}\u0000${spelling.name}`;
    const known = this.spellings.get(raw);
    if (known !== undefined) return known;
    const canonical = this.canonical(spelling);
    const identity = `N${String(isJob)}${String(canonical.quotingKnown)}\u0000${canonical.namespace}\u0000${canonical.name}`;
    const no = this.number(identity, (next) => stagedName(next, spelling, canonical, saidBy, type));
    this.spellings.set(raw, no);
    return no;
  }

  private canonical(spelling: Spelling): CanonicalName {
    try {
      return canonicalize(spelling, this.registry);
    } catch (error) {
      if (error instanceof DomainError) throw new UnusableRef(error.message);
      throw error;
    }
  }

  private number(identity: string, make: (no: number) => StagedRef): number {
    const known = this.numbers.get(identity);
    if (known !== undefined) return known;
    const no = this.numbers.size + 1;
    this.numbers.set(identity, no);
    const ref = make(no);
    this.fresh.push(ref);
    this.count(ref);
    return no;
  }

  private count({ kind, verbatim, is_partial: isPartial }: StagedRef): void {
    if (kind === 'KEY') this.counts.keys += 1;
    else if (kind === 'ID') this.counts.ids += 1;
    else this.counts.names += 1;
    if (typeof verbatim === 'string') this.counts.verbatims += 1;
    if (isPartial === true) this.counts.partials += 1;
  }
}

function stagedName(
  no: number,
  raw: Spelling,
  canonical: CanonicalName,
  saidBy: string,
  type: AssetType | undefined,
): StagedRef {
  return {
    no,
    kind: 'NAME',
    namespace: canonical.namespace,
    name: canonical.name,
    verbatim: canonical.verbatimName,
    platform: canonical.platform,
    is_weak: canonical.isWeak,
    is_partial: canonical.isPartial,
    quoting_known: canonical.quotingKnown,
    is_job: type === 'JOB',
    raw_namespace: withoutSecrets(raw.namespace),
    raw_name: raw.name,
    default_type: type ?? defaultType(canonical.platform),
    said_by: saidBy,
  };
}
