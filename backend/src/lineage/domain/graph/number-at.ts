/** A number of a typed array; 0 beyond its end. */
export const numberAt = (numbers: Uint32Array, place: number): number => numbers[place] ?? 0;
