import type { WaiversQuery } from '../../../graphql/generated/graphql';

/** One line of the list of waivers. */
export type ListedWaiver = WaiversQuery['waivers']['nodes'][number];
export type WaiverAct = 'approve' | 'reject' | 'end';
