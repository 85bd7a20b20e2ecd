import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClassificationObject, ColumnRefObject, type OwnedClassification } from '../../../catalog';
import { perRequest } from '../../../shared/graphql/per-request';
import { ExplanationService } from '../../classification/explanation.service';
import type { PathStep } from '../../violation/violation';

const NO_PATH: readonly PathStep[] = [];

/** The proof of a classification; one query for all columns, and one for all assets, of a reply. */
@Resolver(() => ClassificationObject)
export class BecauseResolver {
  private readonly ofColumns = perRequest((ids) => this.explanations.pathsOfColumns(ids), NO_PATH);
  private readonly ofAssets = perRequest((ids) => this.explanations.pathsOfAssets(ids), NO_PATH);

  constructor(private readonly explanations: ExplanationService) {}

  @ResolveField(() => [ColumnRefObject], {
    description: 'The path that proves it, source first; empty for what was said directly.',
  })
  because(
    @Parent() { derived, assetId, columnId }: OwnedClassification,
    @Context() context: object,
  ): readonly PathStep[] | Promise<readonly PathStep[]> {
    if (!derived) return NO_PATH;
    return columnId === null ? this.ofAssets(context).load(assetId) : this.ofColumns(context).load(columnId);
  }
}
