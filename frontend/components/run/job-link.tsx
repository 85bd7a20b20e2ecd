import Link from 'next/link';
import { jobHref } from './job-href';

interface JobLinkProps {
  readonly job: { readonly namespace: string; readonly name: string };
  /** Shown instead of the whole name. */
  readonly label?: string;
}

/** A job in running text or a cell. */
export function JobLink({ job, label }: JobLinkProps) {
  return (
    <Link href={jobHref(job)} prefetch={false} title={`${job.name}\n${job.namespace}`}>
      {label ?? job.name}
    </Link>
  );
}
