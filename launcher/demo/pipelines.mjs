// @ts-check
import { createHash } from 'node:crypto';
import { runEvent } from './pipeline-events.mjs';

/** @typedef {'COMPLETE' | 'FAIL' | 'ABORT'} Ending */
/** @typedef {{ ago: number, task?: string, tries?: number, error?: string, stack?: string, end?: Ending }} Incident */

/**
 * A job as `seeds/pipelines.json` sketches it: leaves last `minutes`, others as long as their tasks.
 *
 * @typedef {object} JobSketch
 * @property {string} [namespace] that of the job around it when absent
 * @property {string} name
 * @property {string} [integration] that of the job around it when absent
 * @property {string} [engine] name and version
 * @property {string} jobType
 * @property {string} [processingType]
 * @property {string} [owner]
 * @property {string} [description]
 * @property {string} [location] of its source code
 * @property {string} [sql]
 * @property {number} [minutes]
 * @property {number} [rows] about so many written
 * @property {[namespace: string, name: string][]} [from]
 * @property {[namespace: string, name: string][]} [to]
 * @property {string[]} [after] names of the tasks beside it that it waits for
 * @property {JobSketch[]} [tasks]
 */

/** @typedef {JobSketch & { everyMinutes: number, times: number, lastStartedMinutesAgo: number, incidents?: Incident[] }} PipelineSketch */

/**
 * One run to be told of: its job with what it inherits, where it is, when.
 *
 * @typedef {object} RunSketch
 * @property {JobSketch} job
 * @property {string} id
 * @property {number} nominal milliseconds since 1970
 * @property {RunSketch | null} parent
 * @property {RunSketch} root
 * @property {number} attempt from 1
 * @property {Incident | null} incident what happens to it
 * @property {JobSketch[]} siblings tasks beside it, itself among them
 */

const MINUTE = 60_000;
const RETRY_AFTER = 5 * MINUTE;

/**
 * Everything that pipelines would have reported up to `now`, as OpenLineage events in order of time. The same sketch
 * and moment give the same events.
 *
 * @param {readonly PipelineSketch[]} pipelines
 * @param {number} now milliseconds since 1970
 * @returns {object[]}
 */
export function pipelineEvents(pipelines, now) {
  const story = new Story(now);
  for (const pipeline of pipelines) {
    for (let ago = pipeline.times - 1; ago >= 0; ago -= 1) {
      const start = now - (pipeline.lastStartedMinutesAgo + ago * pipeline.everyMinutes) * MINUTE;
      const incident = pipeline.incidents?.find((one) => one.ago === ago) ?? null;
      story.tell(pipeline, start, null, incident, `${pipeline.name} ${start}`, []);
    }
  }
  return story.told.sort((one, other) => one.at - other.at).map(({ event }) => event);
}

class Story {
  /** @param {number} now */
  constructor(now) {
    this.now = now;
    /** @type {{ at: number, event: object }[]} */
    this.told = [];
  }

  /**
   * Tells of a job's run and of its further attempts.
   *
   * @param {JobSketch} job
   * @param {number} start
   * @param {RunSketch | null} parent
   * @param {Incident | null} incident of the whole pipeline's run
   * @param {string} key unlike any other's
   * @param {JobSketch[]} siblings
   * @returns {{ end: number, isGood: boolean }}
   */
  tell(job, start, parent, incident, key, siblings) {
    const { tries, struck } = strikes(incident, job, parent);
    let at = start;
    for (let attempt = 1; ; attempt += 1) {
      const run = sketchRun(job, start, parent, `${key} ${attempt}`, siblings, attempt);
      run.incident = attempt <= struck ? incident : null;
      const { end, isGood } = this.#attempt(run, at, incident, key);
      if (isGood || attempt >= tries) return { end, isGood };
      at = end + RETRY_AFTER;
    }
  }

  /**
   * @param {RunSketch} run
   * @param {number} start
   * @param {Incident | null} incident
   * @param {string} key
   */
  #attempt(run, start, incident, key) {
    const { job } = run;
    this.#say(run, 'START', start);
    const lasts = (job.minutes ?? 0) * MINUTE * (0.85 + 0.3 * chance(`${key} lasts ${run.attempt}`));
    const below =
      job.tasks === undefined ? { end: start + lasts, isGood: true } : this.#tasks(run, start, incident, key);
    const end = run.incident === null ? below.end : start + lasts * 0.7;
    const isGood = below.isGood && run.incident === null;
    this.#say(run, isGood ? 'COMPLETE' : (run.incident?.end ?? 'FAIL'), end, chance(key));
    return { end: end + 4_000, isGood };
  }

  /**
   * Tasks start when all that they wait for is complete; after a failure nothing that waits for it starts.
   *
   * @param {RunSketch} run
   * @param {number} start
   * @param {Incident | null} incident
   * @param {string} key
   */
  #tasks(run, start, incident, key) {
    /** @type {Map<string, { end: number, isGood: boolean }>} */
    const done = new Map();
    const tasks = run.job.tasks ?? [];
    for (const task of tasks) {
      const before = (task.after ?? []).flatMap((name) => done.get(name) ?? { end: start, isGood: false });
      if (before.some(({ isGood }) => !isGood)) continue;
      const wait = 3_000 + 9_000 * chance(`${key} ${task.name} waits`);
      const begin = Math.max(start, ...before.map(({ end }) => end)) + wait;
      done.set(task.name, this.tell(task, begin, run, incident, `${key} ${task.name}`, tasks));
    }
    const all = [...done.values()];
    return { end: Math.max(...all.map(({ end }) => end)) + 2_000, isGood: all.every(({ isGood }) => isGood) };
  }

  /**
   * @param {RunSketch} run
   * @param {'START' | Ending} type
   * @param {number} at
   * @param {number} [share] of the usual rows, 0 to 1
   */
  #say(run, type, at, share = 0.5) {
    if (at < this.now) this.told.push({ at, event: runEvent(run, type, at, share) });
  }
}

/**
 * How often a job is tried in a run of its pipeline, and how many of these an incident strikes: of the task that it
 * names, of the pipeline itself if of none. After several tries the last one is good.
 *
 * @param {Incident | null} incident
 * @param {JobSketch} job
 * @param {RunSketch | null} parent
 */
function strikes(incident, job, parent) {
  const isStruck = incident !== null && (incident.task ?? null) === (parent === null ? null : job.name);
  const tries = isStruck ? (incident.tries ?? 1) : 1;
  return { tries, struck: isStruck ? Math.max(1, tries - 1) : 0 };
}

/**
 * @param {JobSketch} job
 * @param {number} start
 * @param {RunSketch | null} parent
 * @param {string} key
 * @param {JobSketch[]} siblings
 * @param {number} attempt
 * @returns {RunSketch}
 */
function sketchRun(job, start, parent, key, siblings, attempt) {
  const run = /** @type {RunSketch} */ ({ job, id: idOf(key), parent, attempt, siblings, incident: null });
  if (parent !== null) {
    const { namespace, integration } = parent.job;
    Object.assign(run, { job: { namespace, integration, ...job }, nominal: parent.nominal, root: parent.root });
    return run;
  }
  return Object.assign(run, { nominal: start, root: run });
}

/**
 * A number from 0 to 1 that is always the same for a text.
 *
 * @param {string} text
 */
const chance = (text) => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

/**
 * A UUID that is always the same for a text.
 *
 * @param {string} text
 */
function idOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
