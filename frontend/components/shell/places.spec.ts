import { isHere, PLACES, SECTIONS } from './places';

const byLabel = (label: string) => PLACES.find((place) => place.label === label)!;

describe('the places of the app', () => {
  it('have each an address, a name and a key of their own', () => {
    const keys = PLACES.flatMap((place) => (place.key === null ? [] : [place.key]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(PLACES.map((place) => place.href)).size).toBe(PLACES.length);
    expect(new Set(PLACES.map((place) => place.label)).size).toBe(PLACES.length);
  });

  it('are listed section by section', () => {
    const order = PLACES.map((place) => SECTIONS.indexOf(place.section));
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it('know what is theirs: home itself, others what is below, search the assets', () => {
    expect(isHere(byLabel('Home'), '/search')).toBe(false);
    expect(isHere(byLabel('Ingestion'), '/admin/ingestion/7')).toBe(true);
    expect(isHere(byLabel('Search'), '/assets/table/orders')).toBe(true);
    expect(isHere(byLabel('Search'), '/searching')).toBe(false);
  });
});
