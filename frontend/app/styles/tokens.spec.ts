import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Colour = readonly [number, number, number];

const CSS = readFileSync(join(__dirname, 'tokens.css'), 'utf8');
const BLOCKS = {
  light: /:root,\s*\[data-mantine-color-scheme='light'\] \{([^}]*)\}/,
  dark: /\n\[data-mantine-color-scheme='dark'\] \{([^}]*)\}/,
};

function tokensOf(theme: keyof typeof BLOCKS): Map<string, Colour> {
  const block = BLOCKS[theme].exec(CSS)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--t-([\w-]+): #([\da-f]{6});/g)].map(([, name = '', hex = '']) => [name, linear(hex)]),
  );
}

/** Linear light of a hexadecimal colour, 0 to 1. */
function linear(hex: string): Colour {
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(0), channel(2), channel(4)];
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: Colour, other: Colour): number {
  const light = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a) as [number, number];
  return high / low;
}

type Matrix = readonly [Colour, Colour, Colour];
const apply = (matrix: Matrix, colour: Colour): Colour =>
  matrix.map((row) => row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]) as unknown as Colour;

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear light. */
const SIGHTS: Readonly<Record<string, Matrix>> = {
  everybody: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const TO_LMS: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

/** Distance of two colours in OKLab (B. Ottosson 2020), times 100, as somebody sees them. */
function distance(one: Colour, other: Colour, sight: Matrix): number {
  const lab = (colour: Colour): Colour => {
    const [l, m, s] = apply(TO_LMS, apply(sight, colour).map((each) => Math.max(0, each)) as unknown as Colour);
    return apply(TO_LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)]);
  };
  const [a, b] = [lab(one), lab(other)];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

const GROUNDS = ['bg', 'surface', 'canvas', 'raised', 'hover'];
const TEXTS = ['text', 'text-muted', 'text-subtle', 'accent'];
const READ: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ...['text', 'text-muted', 'accent'].map((text) => [text, 'accent-soft'] as const),
  ...['mark', 'sunken', 'diff-added-soft', 'diff-removed-soft', 'diff-changed-soft'].map(
    (ground) => ['text', ground] as const,
  ),
  ['accent-text', 'accent'],
  ['status-warn', 'bg'],
  ['status-fail', 'bg'],
];
const LENSES = ['layer', 'class', 'status', 'diff'];

describe.each(['light', 'dark'] as const)('the tokens in %s', (theme) => {
  const tokens = tokensOf(theme);
  const colour = (name: string): Colour => {
    const found = tokens.get(name);
    if (!found) throw new Error(`--t-${name} is not a colour in ${theme}`);
    return found;
  };
  const lens = (prefix: string): string[] =>
    [...tokens.keys()].filter((name) => name.startsWith(`${prefix}-`) && !name.endsWith('-soft'));

  it('are readable as text: 4.5 to 1', () => {
    const faint = READ.filter(([text, ground]) => contrast(colour(text), colour(ground)) < 4.5);
    expect(
      faint.map(([text, ground]) => `${text} on ${ground}: ${contrast(colour(text), colour(ground)).toFixed(2)}`),
    ).toEqual([]);
  });

  it('are visible as borders, lines and signs: 3 to 1', () => {
    const signs = ['control-border', 'edge', ...LENSES.flatMap(lens)];
    const faint = signs.filter((name) => contrast(colour(name), colour('bg')) < 3);
    expect(faint).toEqual([]);
  });

  it.each(Object.keys(SIGHTS))('are told apart within a lens by %s', (who) => {
    const sight = SIGHTS[who] as Matrix;
    const pairs = LENSES.flatMap((prefix) =>
      lens(prefix).flatMap((one, at, all) => all.slice(at + 1).map((other) => [one, other] as const)),
    );
    const alike = pairs.filter(([one, other]) => distance(colour(one), colour(other), sight) < 8);
    expect(alike).toEqual([]);
  });
});
