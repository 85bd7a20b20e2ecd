const transform = {
  '^.+\\.(tsx?|mjs)$': ['@swc/jest', { jsc: { target: 'es2023', transform: { react: { runtime: 'automatic' } } } }],
};

/** Pure specs run in Node, component specs (`.spec.tsx`) in a browser-like world. */
module.exports = {
  projects: [
    {
      displayName: 'pure',
      testMatch: ['<rootDir>/**/*.spec.ts'],
      testEnvironment: 'node',
      transform,
      modulePathIgnorePatterns: ['/.next/'],
    },
    {
      displayName: 'components',
      testMatch: ['<rootDir>/**/*.spec.tsx'],
      testEnvironment: 'jsdom',
      transform,
      modulePathIgnorePatterns: ['/.next/'],
      moduleNameMapper: { '\\.css$': '<rootDir>/jest.css-module.cjs' },
    },
  ],
};
