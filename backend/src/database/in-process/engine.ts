/** What is asked of a Postgres that runs inside this process; PGlite is one. */
export interface InProcessEngine {
  /** Takes whole messages of the wire protocol and gives what the server answers to them. */
  execProtocolRaw(messages: Uint8Array, options?: { syncToFs?: boolean }): Promise<Uint8Array>;
  /** Runs one statement; `copy … from '/dev/blob'` reads `blob`. */
  query(
    text: string,
    values?: unknown[],
    options?: { blob?: Blob },
  ): Promise<{ readonly rows: unknown[]; readonly affectedRows?: number | undefined }>;
}
