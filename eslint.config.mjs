// @ts-check
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.test.mjs', '**/test/**', 'e2e/**'];
const TYPED = ['**/*.ts', '**/*.tsx', '**/*.mts'];
const CONFIGS = ['**/*.config.*', '**/.dependency-cruiser.cjs', 'frontend/codegen.ts', 'e2e/set-up.ts'];
/** Where Next wants a default export. */
const PAGES = ['frontend/app/**', 'frontend/proxy.ts', 'frontend/middleware.ts', 'frontend/instrumentation.ts'];

const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name: a name is searchable.' };
const NO_ENVIRONMENT = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Only config.ts reads the environment.',
};

/** Size is a ratchet: a file or a function that outgrows it has two jobs. */
const size = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ['error', 8],
  'max-depth': ['error', 3],
};

const habits = {
  'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
  'no-console': 'error',
  eqeqeq: 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
};

const types = {
  '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/consistent-type-imports': 'off', // a type-only import of an injected class would erase its token
};

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/.next/',
      '**/coverage/',
      '**/next-env.d.ts',
      'frontend/graphql/generated/',
      'e2e/results/',
      '.tributary/',
      'seeds/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { ...size, ...habits } },
  {
    files: TYPED,
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: types,
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    // Globals are tsc's business: it checks these files too.
    rules: { 'no-undef': 'off', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    files: ['backend/src/**/*.ts'],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'error' },
  },
  {
    files: ['backend/src/**/*.ts', 'frontend/**/*.ts', 'frontend/**/*.tsx'],
    ignores: ['**/config.ts', ...CONFIGS, ...PAGES],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_ENVIRONMENT] },
  },
  { files: PAGES, rules: { 'no-restricted-syntax': ['error', NO_ENVIRONMENT] } },
  { files: CONFIGS, rules: { 'no-restricted-syntax': 'off' } },
  { files: ['launcher/**', 'bench/**', 'integrations/**', 'e2e/**', '**/*.mjs'], rules: { 'no-console': 'off' } },
  {
    files: SPECS,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // a spec compares what came back whole, whatever its type
    },
  },
);
