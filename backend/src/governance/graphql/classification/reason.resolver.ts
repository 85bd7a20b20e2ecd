import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../access';
import {
  ClassificationReasonService,
  type ClassificationReason,
} from '../../classification/classification-reason.service';
import { ClassificationExplanationObject } from './reason.objects';

@Resolver()
export class ReasonResolver {
  constructor(private readonly reasons: ClassificationReasonService) {}

  @Query(() => ClassificationExplanationObject, {
    nullable: true,
    description: 'Why a column is classified as it is: who says so, and from which columns it follows, by which way.',
  })
  @Requires('governance:read')
  explainClassification(
    @Args('assetId', { type: () => ID, description: 'The asset.' }) assetId: string,
    @Args('column', { type: () => String, description: 'Path of its column.' }) column: string,
  ): Promise<ClassificationReason | null> {
    return this.reasons.explain(assetId, column);
  }
}
