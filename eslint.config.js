// Lint rules, and the import rules of the architecture as errors: who may know whom, no cycles, no own barrels.
import js from '@eslint/js'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import ts from 'typescript-eslint'

const rooms = ['team', 'map', 'board', 'playbook', 'improvement']

/** A zone: files under `target` may not import from `from`, apart from the folders named in `except`. */
const zone = (target, from, except, message) => ({
  target: `./${target}`,
  from: `./${from}`,
  except: except.map((folder) => `./${folder}`),
  message,
})

const sharedZones = [
  zone('shared/src', 'client', [], 'shared knows nothing of the client.'),
  zone('shared/src', 'sync-server', [], 'shared knows nothing of the relay.'),
  zone('shared/src/kernel', 'shared/src', ['kernel'], 'The kernel stands alone.'),
  zone('shared/src/doc', 'shared/src', ['kernel', 'doc'], 'doc knows the kernel only.'),
  zone('shared/src/sync', 'shared/src', ['kernel', 'sync'], 'sync knows the kernel only.'),
  ...rooms.map((room) =>
    zone(`shared/src/${room}`, 'shared/src', ['kernel', room], 'Rooms do not import one another.'),
  ),
  ...['flow', 'transfer'].map((room) =>
    zone(
      `shared/src/${room}`,
      'shared/src',
      ['kernel', 'board', 'map', 'playbook', 'improvement', room],
      'flow and transfer may know the rooms, not doc or sync.',
    ),
  ),
  zone('shared/src/learn', 'shared/src', ['kernel', 'flow', 'learn'], 'learn knows kernel and flow.'),
]

const serverZones = [
  zone('sync-server', 'shared/src', ['sync'], 'The relay is blind to the schema: it knows shared/sync only.'),
  zone('sync-server', 'client', [], 'The relay knows nothing of the client.'),
]

const features = ['team', 'map', 'board', 'playbook', 'improvement', 'flow', 'learn']
const clientZones = [
  zone('client/src', 'sync-server', [], 'The client meets the relay over the wire only.'),
  ...['design', 'text', 'input'].map((folder) =>
    zone(
      `client/src/${folder}`,
      'client/src',
      ['design', 'text', 'input'],
      `${folder} is below every feature.`,
    ),
  ),
  zone('client/src/session', 'client/src', ['session'], 'The session knows no screen.'),
  zone('client/src/react', 'client/src', ['react', 'session'], 'react is the bridge to the session only.'),
  zone(
    'client/src/prose',
    'client/src',
    ['prose', 'design', 'text', 'session'],
    'prose is below every feature.',
  ),
  ...features.map((feature) =>
    zone(
      `client/src/features/${feature}`,
      'client/src/features',
      [feature],
      'Features do not import features; they meet through ids, routes and app.',
    ),
  ),
  zone('client/src/features', 'client/src/app', [], 'Features do not import the app.'),
  zone('client/src/app', 'client/src/main.tsx', [], 'Nothing imports the composition root.'),
]

const noBarrel = {
  regex: '^\\./?(index(\\.ts)?)?$',
  message: "A file does not import its own folder's barrel.",
}
const onlyDocKnowsYjs = {
  group: ['yjs', 'y-*', '@tiptap/*'],
  message: 'In shared, only doc knows Yjs.',
}

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/dev-dist/**',
      '**/node_modules/**',
      'tests/fixtures/**',
      '**/test-results/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          project: ['shared', 'client', 'sync-server', 'tests'].map((name) => `${name}/tsconfig.json`),
        }),
      ],
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    languageOptions: { globals: { ...globals.es2023 } },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        { basePath: import.meta.dirname, zones: [...sharedZones, ...serverZones, ...clientZones] },
      ],
      'import-x/no-unresolved': ['error', { ignore: ['^virtual:', '\\?'] }],
      'no-restricted-imports': ['error', { patterns: [noBarrel] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'no-warning-comments': 'error',
    },
  },
  {
    files: ['shared/src/**/*.ts'],
    ignores: ['shared/src/doc/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [noBarrel, onlyDocKnowsYjs] }] },
  },
  {
    files: ['client/src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: { ...globals.browser } },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['sync-server/**', 'tests/**', '*.js', '*.ts', '**/vite.config.ts'],
    languageOptions: { globals: { ...globals.node } },
  },
)
