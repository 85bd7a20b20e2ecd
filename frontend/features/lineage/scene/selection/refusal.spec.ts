import { ApiError } from '../../../../graphql/transport';
import { givenView } from '../../graph/given/given-scene';
import { refusalOf } from './refusal';

const view = givenView('a', { selector: 'fct_orders colour:red' });
const error = new ApiError('INVALID', 'selector: colour: is no method', null, { start: 11, end: 17 });

it('cuts the selector at its mistake', () => {
  expect(refusalOf(view, error)).toEqual({
    before: 'fct_orders ',
    mistake: 'colour',
    after: ':red',
    message: 'colour: is no method',
  });
});

it('leaves every other failure to whoever tells of failures', () => {
  expect(refusalOf(givenView('a'), error)).toBeNull();
  expect(refusalOf(view, new ApiError('UNAVAILABLE', 'The catalog service did not answer.'))).toBeNull();
  expect(refusalOf(view, new ApiError('INVALID', 'Depth 11 is too deep'))).toBeNull();
});
