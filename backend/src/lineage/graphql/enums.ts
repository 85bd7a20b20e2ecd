import { registerEnumType } from '@nestjs/graphql';

/** For `@Args({ type: () => DirectionEnum })`. */
export const DirectionEnum = { UPSTREAM: 'UPSTREAM', DOWNSTREAM: 'DOWNSTREAM', BOTH: 'BOTH' } as const;
registerEnumType(DirectionEnum, {
  name: 'Direction',
  description: 'Sides of the graph: upstream is towards the sources, downstream towards the consumers.',
});

/** For `@Args({ type: () => EdgeKindEnum })`. */
export const EdgeKindEnum = { DIRECT: 'DIRECT', INDIRECT: 'INDIRECT' } as const;
registerEnumType(EdgeKindEnum, {
  name: 'EdgeKind',
  description: 'What an edge carries.',
  valuesMap: {
    DIRECT: { description: 'The value flows.' },
    INDIRECT: { description: 'It steers which rows or values come out.' },
  },
});

/** For `@Field(() => OmissionReasonEnum)`. */
export const OmissionReasonEnum = {
  DEPTH: 'DEPTH',
  BUDGET: 'BUDGET',
  FAN_OUT: 'FAN_OUT',
  PERMISSION: 'PERMISSION',
  STUB: 'STUB',
  NO_COLUMN_LINEAGE: 'NO_COLUMN_LINEAGE',
  HISTORY: 'HISTORY',
} as const;
registerEnumType(OmissionReasonEnum, {
  name: 'OmissionReason',
  description: 'Why a lineage answer leaves something out.',
  valuesMap: {
    DEPTH: { description: 'Further away than the depth asked for.' },
    BUDGET: { description: 'More nodes than maxNodes.' },
    FAN_OUT: { description: 'More neighbours of one node than fanOut.' },
    PERMISSION: { description: 'Not visible to the asker.' },
    STUB: { description: 'Nobody describes it, so what lies behind it is unknown.' },
    NO_COLUMN_LINEAGE: { description: 'Only the lineage of the asset as a whole is known there.' },
    HISTORY: { description: 'Before the time that history is kept: how much is missing is not known.' },
  },
});

/** For `@Field(() => HistoryKindEnum)`. */
export const HistoryKindEnum = { EDGES: 'EDGES', COLUMN_EDGES: 'COLUMN_EDGES', FACTS: 'FACTS' } as const;
registerEnumType(HistoryKindEnum, {
  name: 'HistoryKind',
  description: 'What history is of.',
  valuesMap: {
    EDGES: { description: 'Edges between assets that have ended.' },
    COLUMN_EDGES: { description: 'Edges between columns that have ended.' },
    FACTS: { description: 'What sources said before they said something else.' },
  },
});
