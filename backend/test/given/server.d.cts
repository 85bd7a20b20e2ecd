import type { Client } from 'pg';

export function freshName(purpose: string): string;
export function onServer(url: string, work: (client: Client) => Promise<unknown>): Promise<void>;
export function dropDatabases(url: string): Promise<void>;
