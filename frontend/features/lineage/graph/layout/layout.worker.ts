import { layoutGraph } from './layout';
import type { LayoutRequest } from './layout-types';

/** A question of the page; `generation` comes back with the answer, so that late ones can be thrown away. */
export interface LayoutQuestion {
  readonly generation: number;
  readonly request: LayoutRequest;
}

/** The part of a worker's world that is used here; the page's own typings do not know it. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<LayoutQuestion>) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  scope.postMessage({ generation: data.generation, layout: layoutGraph(data.request) });
};
