import { statusOf, type StatusEvidence } from './projection-status';

const evidence: StatusEvidence = {
  before: 'ACTIVE',
  reasonBefore: null,
  isVouched: false,
  stubReason: null,
  isReferenced: false,
  isNewlyReferenced: false,
};

describe('the status of an asset', () => {
  it.each<[string, Partial<StatusEvidence>, string]>([
    ['is active while a source vouches for it', { before: 'RETIRED', isVouched: true, stubReason: 'why' }, 'ACTIVE'],
    ['is a stub while a source only mentions it', { before: 'ACTIVE', stubReason: 'why' }, 'STUB'],
    ['is retired when the last source falls silent, even if edges remain', { isReferenced: true }, 'RETIRED'],
    ['stays a stub while something refers to it', { before: 'STUB', isReferenced: true }, 'STUB'],
    ['of a stub is retired when nothing refers to it any more', { before: 'STUB' }, 'RETIRED'],
    ['stays retired whatever refers to it', { before: 'RETIRED', isReferenced: true }, 'RETIRED'],
    [
      'of a retired asset is stub when somebody refers to it anew',
      { before: 'RETIRED', isNewlyReferenced: true },
      'STUB',
    ],
  ])('%s', (_, given, status) => {
    expect(statusOf({ ...evidence, ...given }).status).toBe(status);
  });
});
