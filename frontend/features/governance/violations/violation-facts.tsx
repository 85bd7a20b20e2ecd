import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { TimeAgo } from '../../../components/text/time-ago';
import { policyHref } from '../policies/policy-href';
import { requirementWord } from '../../../components/classification/requirement-word';
import type { DetailedViolation } from './detailed-violation';
import styles from './violations.module.css';

/** Where it stands: policy, owner, who takes care of it, since when. */
export function ViolationFacts({ violation }: { readonly violation: DetailedViolation }) {
  const { status, severity, policy, policies, requirement, assignee, dueOn, asset, reopened } = violation;
  const rows: [string, ReactNode][] = [
    ['Status', <Since key="status" word={status.toLowerCase()} at={violation.statusAt} />],
    ['Policy', <PolicyNames key="policy" names={[policy, ...policies.filter((name) => name !== policy)]} />],
    ['Demands', `${requirementWord(requirement)} · ${severity}`],
    ['Assigned to', assignee?.name ?? <span className="subtle">nobody</span>],
    ['Due', dueOn ?? null],
    ['Owner', asset.owner ?? <span className="subtle">nobody</span>],
    ['First found', <TimeAgo key="first" at={violation.firstSeen} />],
    ['Came back', reopened > 0 ? `${String(reopened)} times` : null],
    ['Waiver', violation.waiverId && <Link href={`/governance/waivers?w=${violation.waiverId}`}>Show</Link>],
  ];
  return (
    <dl className={styles['facts']}>
      {rows
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

function Since({ word, at }: { readonly word: string; readonly at: string }) {
  return (
    <>
      {word} <span className="subtle">since</span> <TimeAgo at={at} />
    </>
  );
}

function PolicyNames({ names }: { readonly names: readonly string[] }) {
  return names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && ', '}
      <Link href={policyHref(name)} prefetch={false}>
        {name}
      </Link>
    </Fragment>
  ));
}
