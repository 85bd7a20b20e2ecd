import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe objects to in the page as it stands, as `rule: selector`, short enough to read in a failure; empty when all
 * is well. Every rule of its default set unless told which. Axe runs in the page and brings back violations alone:
 * all that it approved of is megabytes on a large page, and took most of the time of the journeys.
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const found = await (window as unknown as { axe: typeof axe }).axe.run({
      resultTypes: ['violations'],
      ...(values === undefined ? {} : { runOnly: { type: 'rule', values: [...values] } }),
    });
    return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  }, rules);
}
