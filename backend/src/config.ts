import { z } from 'zod';

/** Injects the configuration: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('config');

const flag = z.enum(['0', '1', 'false', 'true'], 'is not 0 or 1').transform((text) => text === '1' || text === 'true');
const port = z.coerce.number('is not a port').int('is not a port').min(0, 'is not a port').max(65_535, 'is not a port');
const count = (max: number) =>
  z.coerce.number('is not a number').int('is not a whole number').min(1, 'is less than 1').max(max, `is over ${max}`);
const secret = z
  .string()
  .min(32, 'is shorter than 32 characters')
  .max(512, 'is longer than 512 characters')
  .regex(/^[\x21-\x7e]+$/, 'has characters that an HTTP header cannot carry')
  .refine((text) => text.length < 32 || new Set(text).size >= 8, 'repeats too few characters to be a secret');

const Environment = z.object({
  DATABASE_URL: z
    .string('is missing: postgres://user:password@host:5432/database')
    .regex(/^postgres(ql)?:\/\//, 'does not begin with postgres://'),
  DATABASE_POOL_SIZE: count(200).default(12),
  API_HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: port.default(4000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'is not a log level').default('info'),
  REQUEST_TIMEOUT_MS: count(600_000).default(10_000),
  TRIBUTARY_ADMIN_TOKEN: secret.optional(),
  TRIBUTARY_LAUNCH_TOKEN: secret.optional(),
  TRIBUTARY_ANONYMOUS_READ: flag.default(false),
  TRIBUTARY_PUBLIC_ORIGIN: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).optional(),
  TRIBUTARY_GRAPH_MEMORY_MB: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .min(0, 'is less than 0')
    .max(16_384, 'is over 16384')
    .default(512),
  TRIBUTARY_EVENT_DAYS: count(3_650).default(30),
  TRIBUTARY_HISTORY_DAYS: count(36_500).default(730),
  TRIBUTARY_STALE_RUN_HOURS: count(8_760).default(24),
  TRIBUTARY_TRUSTED_PROXIES: z.string().min(1).default('loopback'),
  TRIBUTARY_WEBHOOK_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((host) => host.trim().toLowerCase()))
    .pipe(z.array(z.string().regex(/^[a-z0-9._:-]+$/, 'is not a list of host names, separated by commas')))
    .optional(),
});

/** Everything that the environment decides, checked and named. */
export interface Config {
  readonly databaseUrl: string;
  readonly databasePoolSize: number;
  /** Where the API listens; the web app in front of it is the public door. */
  readonly host: string;
  readonly port: number;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly requestTimeoutMs: number;
  /** An administrator's token that lives outside the database; for operators and automation. */
  readonly adminToken: string | null;
  /** The same for the launcher that started this process: made anew at each start. */
  readonly launchToken: string | null;
  readonly anonymousRead: boolean;
  /** Scheme, host and port that browsers use, when a proxy hides them; null: what the request says. */
  readonly publicOrigin: string | null;
  /** Express' `trust proxy`: whose X-Forwarded-… headers are believed. */
  readonly trustedProxies: string;
  /** A run without an end counts as stale when nobody has heard of it for so long. */
  readonly staleRunHours: number;
  /** Raw pipeline events that were understood are kept for so many days. */
  readonly eventDays: number;
  /** Past edges, columns and facts are kept for so many days after they ended. */
  readonly historyDays: number;
  /** Most that the lineage graph in memory may take, in MB; 0: none is kept. */
  readonly graphMemoryMb: number;
  /** Hosts that webhooks may call on the installation's own network, and without TLS. */
  readonly webhookHosts: readonly string[];
}

/** @throws Error with one line per variable that is missing or malformed; never with a value. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new Error(parsed.error.issues.map(lineOf).join('\n'));
  return toConfig(parsed.data);
}

const lineOf = (issue: z.core.$ZodIssue): string => `${issue.path.join('.')} ${issue.message}`;

function toConfig(env: z.infer<typeof Environment>): Config {
  return {
    databaseUrl: env.DATABASE_URL,
    databasePoolSize: env.DATABASE_POOL_SIZE,
    host: env.API_HOST,
    port: env.API_PORT,
    logLevel: env.LOG_LEVEL,
    requestTimeoutMs: env.REQUEST_TIMEOUT_MS,
    adminToken: env.TRIBUTARY_ADMIN_TOKEN ?? null,
    launchToken: env.TRIBUTARY_LAUNCH_TOKEN ?? null,
    anonymousRead: env.TRIBUTARY_ANONYMOUS_READ,
    publicOrigin: env.TRIBUTARY_PUBLIC_ORIGIN ? new URL(env.TRIBUTARY_PUBLIC_ORIGIN).origin : null,
    trustedProxies: env.TRIBUTARY_TRUSTED_PROXIES,
    eventDays: env.TRIBUTARY_EVENT_DAYS,
    historyDays: env.TRIBUTARY_HISTORY_DAYS,
    staleRunHours: env.TRIBUTARY_STALE_RUN_HOURS,
    graphMemoryMb: env.TRIBUTARY_GRAPH_MEMORY_MB,
    webhookHosts: env.TRIBUTARY_WEBHOOK_HOSTS ?? [],
  };
}
