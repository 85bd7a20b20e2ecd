import { cameraFor, parseSight, sightOf, writeSight } from './sight';

it('shows the same again, wherever the focus stands', () => {
  const camera = { x: -90, y: 40, zoom: 0.8 };
  const sight = sightOf(camera, { x: 500, y: -20 });
  const read = parseSight(writeSight(sight));
  expect(read).toEqual(sight);
  expect(cameraFor(sight, { x: 500, y: -20 })).toEqual({
    x: expect.closeTo(-90, 0),
    y: expect.closeTo(40, 0),
    zoom: 0.8,
  });
});

it.each(['', '1,2', '1,2,0', '1,2,99', 'a,b,1', '1,2,NaN'])('reads nothing out of %j', (text) => {
  expect(parseSight(text)).toBeNull();
});
