import type { EntityManager } from 'typeorm';
import { gateStatements, keysSaidBy, type AssertedFacts, type StagedStatement } from '../../catalog';
import type { AssetFacts, ColumnClaim } from '../../shared/vocabulary';
import { textDigest } from '../../shared/text-digest';
import type { AssetRef, AssetStatement, ColumnEdgeClaim, EdgeClaim } from '../metadata-patch';
import { AssetBatch, wayOf, type AssetExtent } from './asset-batch';
import { digest, type Digested } from './digest-statement';
import type { KnownEvidence } from './known-evidence';
import { UnusableRef, type RefBook } from './ref-book';
import type { Report } from './report';

/** An index row holds 2,704 bytes at most. */
const MAX_KEY_BYTES = 2_000;
const MAX_COLUMN_BYTES = 2_000;

type SaidAsset = Digested<AssetStatement>;

/** Stages asset statements: those said before in the same words end at the gate, the rest goes into temporary tables. */
export class AssetStage {
  private readonly keys = new Set<string>();
  private readonly codeHashes = new Set<string>();
  private nextNo = 1;
  private readonly counts = { aliases: 0, code: 0, edges: 0, passed: 0 };

  constructor(
    private readonly tx: EntityManager,
    private readonly refs: RefBook,
    private readonly report: Report,
    private readonly known: KnownEvidence,
  ) {}

  /** How many statements were new or changed so far. */
  get staged(): number {
    return this.nextNo - 1;
  }

  /** Rows staged beside the statements, and statements that passed the gate as said before, so far. */
  get extent(): AssetExtent {
    return this.counts;
  }

  async add(statements: readonly AssetStatement[]): Promise<void> {
    const usable = await this.withoutOutdated(statements.filter((statement) => this.accept(statement)));
    const said = usable.map((statement) => digest(statement));
    if (said.length === 0) return;
    const keys = said.map(({ value }) => value.key);
    const hashes = said.map(({ hash }) => hash);
    const unchanged = await gateStatements(this.tx, this.known.sourceId, keys, hashes);
    this.counts.passed += unchanged.size;
    this.report.counts.unchanged += said.filter(({ value }) => unchanged.has(value.key) && !isAside(value)).length;
    const batch = new AssetBatch();
    for (const one of said) if (!unchanged.has(one.value.key)) this.understand(one, batch);
    this.counts.aliases += batch.aliases.length;
    this.counts.code += batch.code.length;
    this.counts.edges += batch.edges.length + batch.columnEdges.length;
    await batch.stage(this.tx, this.refs.takeFresh());
  }

  /** A later document that tells the whole leaves nothing to say of what it does not know. */
  private async withoutOutdated(statements: readonly AssetStatement[]): Promise<readonly AssetStatement[]> {
    const { decidedBy } = this.known;
    if (decidedBy === null || statements.length === 0) return statements;
    const keys = statements.map(({ key }) => key);
    const standing = await keysSaidBy(this.tx, decidedBy, keys);
    for (const key of keys)
      if (!standing.has(key)) this.report.note(key, 'Left out: a later document no longer has it');
    return statements.filter(({ key }) => standing.has(key));
  }

  private accept(statement: AssetStatement): boolean {
    this.count(statement);
    const problem = this.problemOf(statement.key);
    if (problem !== null) this.report.refuse(statement.key.slice(0, 100), problem);
    else this.keys.add(statement.key);
    return problem === null;
  }

  private count({ columns = [], edges = [], columnEdges = [] }: AssetStatement): void {
    this.report.counts.columns += columns.length;
    this.report.counts.edges += edges.length;
    this.report.counts.columnEdges += columnEdges.length;
  }

  private problemOf(key: string): string | null {
    if (this.keys.has(key)) return 'The document says this key more than once; the first one counts';
    const isUsable = key !== '' && Buffer.byteLength(key) <= MAX_KEY_BYTES;
    return isUsable ? null : `A key has 1 to ${String(MAX_KEY_BYTES)} bytes; this one was not taken in`;
  }

  private understand(said: SaidAsset, batch: AssetBatch): void {
    const { value: statement } = said;
    try {
      const subjectRef = this.refs.numberOf(statement.subject, statement.key, statement.facts.type);
      if (said.isRepaired) {
        this.report.note(statement.key, 'Characters that cannot be stored (NUL, halves of pairs) became U+FFFD');
      }
      const no = this.nextNo;
      this.nextNo += 1;
      batch.statements.push(this.stagedStatement(no, subjectRef, said, batch));
      this.stageAliases(no, statement, batch);
      for (const edge of statement.edges ?? []) this.stageEdge(no, subjectRef, statement, edge, batch);
      for (const edge of statement.columnEdges ?? []) this.stageColumnEdge(no, subjectRef, statement, edge, batch);
    } catch (error) {
      if (!(error instanceof UnusableRef)) throw error;
      this.report.refuse(statement.key, error.message);
    }
  }

  private stagedStatement(no: number, subjectRef: number, said: SaidAsset, batch: AssetBatch): StagedStatement {
    const { value: statement, hash } = said;
    return {
      no,
      key: statement.key,
      hash,
      subject_ref: subjectRef,
      subject_key: 'key' in statement.subject ? statement.subject.key : null,
      vouches: 'spelling' in statement.subject && statement.stubReason === undefined,
      facts: this.assertedFacts(statement, batch),
      says_edges: statement.edges !== undefined,
      says_column_edges: statement.columnEdges !== undefined,
    };
  }

  private assertedFacts(statement: AssetStatement, batch: AssetBatch): AssertedFacts {
    const { code, ...facts } = statement.facts satisfies AssetFacts;
    return {
      ...facts,
      ...(statement.stubReason === undefined ? {} : { stubReason: statement.stubReason }),
      ...(code ? { code: { language: code.language, hash: this.keepCode(code.text, batch) } } : {}),
      ...(statement.columns ? { columns: this.usableColumns(statement.key, statement.columns) } : {}),
    };
  }

  private usableColumns(key: string, columns: readonly ColumnClaim[]): readonly ColumnClaim[] {
    const usable = columns.filter(({ path }) => path !== '' && Buffer.byteLength(path) <= MAX_COLUMN_BYTES);
    if (usable.length < columns.length) {
      const left = columns.length - usable.length;
      this.report.note(
        key,
        `${String(left)} columns without a name or with one over ${String(MAX_COLUMN_BYTES)} bytes left out`,
      );
    }
    return usable;
  }

  private keepCode(text: string, batch: AssetBatch): string {
    const hash = textDigest(text);
    if (!this.codeHashes.has(hash)) batch.code.push({ hash, text });
    this.codeHashes.add(hash);
    return hash;
  }

  private stageAliases(no: number, statement: AssetStatement, batch: AssetBatch): void {
    for (const spelling of statement.aliases ?? []) {
      const ref = this.usableRef({ spelling }, statement.key, 'A further spelling was left out');
      if (ref !== null) batch.aliases.push({ statement_no: no, ref_no: ref });
    }
  }

  private stageEdge(no: number, subject: number, statement: AssetStatement, edge: EdgeClaim, batch: AssetBatch): void {
    const reason = 'An edge was left out';
    const upstream = this.usableRef(edge.upstream, statement.key, reason);
    const downstream = edge.downstream ? this.usableRef(edge.downstream, statement.key, reason) : subject;
    if (upstream === null || downstream === null) return;
    batch.edges.push({
      statement_no: no,
      upstream_ref: upstream,
      downstream_ref: downstream,
      job_ref: edge.job ? this.usableRef(edge.job, statement.key, 'The job of an edge was left out', true) : null,
      kind: edge.kind ?? 'DIRECT',
      transformation: edge.transformation ?? null,
      code_hash: edge.code === undefined ? null : this.keepCode(edge.code, batch),
    });
  }

  private stageColumnEdge(
    no: number,
    subject: number,
    statement: AssetStatement,
    edge: ColumnEdgeClaim,
    batch: AssetBatch,
  ): void {
    const reason = 'A column edge was left out';
    const upstream = this.usableRef(edge.upstream, statement.key, reason);
    const downstream = edge.downstream ? this.usableRef(edge.downstream, statement.key, reason) : subject;
    if (upstream === null || downstream === null) return;
    const paths = [edge.upstreamColumn, edge.downstreamColumn];
    if (paths.some((path) => path === '' || Buffer.byteLength(path) > MAX_COLUMN_BYTES)) {
      this.report.note(statement.key, `${reason}: a column has no name, or one that is too long`);
      return;
    }
    batch.columnEdges.push({
      statement_no: no,
      upstream_ref: upstream,
      upstream_column: edge.upstreamColumn,
      downstream_ref: downstream,
      downstream_column: edge.downstreamColumn,
      ...wayOf(edge),
    });
  }

  /** Null, and a note, when the name breaks a rule. */
  private usableRef(ref: AssetRef, key: string, consequence: string, isJob = false): number | null {
    try {
      return this.refs.numberOf(ref, key, isJob ? 'JOB' : undefined);
    } catch (error) {
      if (!(error instanceof UnusableRef)) throw error;
      this.report.note(key, `${consequence}: ${error.message}`);
      return null;
    }
  }
}

/** Speaks of what another statement describes (a catalog of a manifest's nodes): not one more asset in the report. */
const isAside = ({ subject }: AssetStatement): boolean => 'key' in subject;
