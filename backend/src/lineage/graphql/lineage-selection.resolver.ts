import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Requires } from '../../access';
import type { LineageSelection } from '../lineage-selection';
import { SelectionService } from '../selection.service';
import { LineageSelectionObject } from './lineage-selection.object';

@Resolver(() => LineageSelectionObject)
export class LineageSelectionResolver {
  constructor(private readonly selection: SelectionService) {}

  @Query(() => LineageSelectionObject, {
    description:
      "What a selector of dbt's language means today: +x, x+, 2+x+3, @x, tag:nightly, wildcards; a space joins, a comma intersects, --exclude leaves out. A mistake is INVALID with details { start, end }.",
  })
  @Requires('lineage:read')
  selectLineage(
    @Args('selector', { type: () => String, description: 'At most 1,000 characters and 50 terms.' }) selector: string,
    @Args('maxNodes', { type: () => Int, defaultValue: 500, description: 'Assets in the answer; 1 to 1,000.' })
    maxNodes: number,
  ): Promise<LineageSelection> {
    return this.selection.select(selector, maxNodes);
  }
}
