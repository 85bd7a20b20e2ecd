import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { recordAudit } from '../../access';
import { textHash } from '../../shared/text-digest';
import { readPolicyOrRefuse } from '../policy-language/read-policy';
import { wantEvaluation } from '../store/policy/evaluation-state';
import { insertPolicy, listPolicyNames, lockPolicies } from '../store/policy/policies';

const FOLDER = resolve(__dirname, '../packs/de');

/** Puts the policies that come with Tributary into force: those of the standard. */
@Injectable()
export class PackService {
  constructor(private readonly db: EntityManager) {}

  /** Installs what was never installed; what was changed or taken back since stays as it is. */
  async install(): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockPolicies(tx);
      const known = new Set(await listPolicyNames(tx));
      const missing = shippedPolicies().filter(({ policy }) => !known.has(policy.name));
      for (const { policy, yaml } of missing) {
        await insertPolicy(tx, { policy, yaml, hash: textHash(yaml), author: 'system', isShipped: true });
        const after = { version: 1, mode: policy.mode };
        await recordAudit(tx, { actor: 'system', action: 'policy.install', object: `policy:${policy.name}`, after });
      }
      if (missing.length > 0) await wantEvaluation(tx);
    });
  }
}

/** The texts that come with Tributary, in order of file name. */
function shippedPolicies(): { policy: ReturnType<typeof readPolicyOrRefuse>; yaml: string }[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  return files.sort().map((file) => {
    const yaml = readFileSync(join(FOLDER, file), 'utf8');
    return { policy: readPolicyOrRefuse(yaml), yaml };
  });
}
