// The rules between rooms, tried by breaking each of them: a small house with one planted fault a rule.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const script = resolve(import.meta.dirname, '../../scripts/lint-rules.mjs')
const config = readFileSync(resolve(import.meta.dirname, '../../.dependency-cruiser.cjs'), 'utf8')
const houses: string[] = []

afterAll(() => {
  for (const house of houses) rmSync(house, { recursive: true })
})

/** Builds a project of these files and checks its rules. */
const check = (files: Readonly<Record<string, string>>) => {
  const house = mkdtempSync(join(tmpdir(), 'kith-rules-'))
  houses.push(house)
  const packages = Object.fromEntries(
    ['zod', 'electron', 'better-sqlite3-multiple-ciphers', 'kysely'].flatMap((name) => [
      [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
      [`node_modules/${name}/index.js`, 'module.exports = {}'],
    ]),
  )
  const manifest = JSON.stringify({
    name: 'house',
    type: 'module',
    imports: { '#shared/*': './src/shared/*', '#main/*': './src/main/*', '#renderer/*': './src/renderer/*' },
    dependencies: { zod: '1.0.0', electron: '1.0.0', 'better-sqlite3-multiple-ciphers': '1.0.0', kysely: '1.0.0' },
  })
  for (const [name, text] of Object.entries({
    'package.json': manifest,
    'src/shared/base/text.ts': good,
    ...packages,
    ...files,
  })) {
    mkdirSync(dirname(join(house, name)), { recursive: true })
    writeFileSync(join(house, name), text)
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, house], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

const good = 'export const text = 1\n'
const imports = (path: string) => `import { text } from '${path}'\nexport const uses = text\n`

// A house in order: every floor uses the one below it.
const inOrder = {
  'src/shared/deals/deal.ts': `import { z } from 'zod'\nimport { text } from '#shared/base/text.ts'\nexport const deal = [z, text]\n`,
  'src/shared/contract.ts': imports('./deals/deal.ts'),
  'src/main/db/database.ts': `import sqlite from 'better-sqlite3-multiple-ciphers'\nimport { text } from '#shared/base/text.ts'\nexport const open = [sqlite, text]\n`,
  'src/main/db/migrations/0001-first.ts': `import { sql } from 'kysely'\nexport const up = sql\n`,
  'src/main/net/listen.ts': `import tls from 'node:tls'\nimport { text } from '#shared/base/text.ts'\nexport const listen = [tls, text]\n`,
  'src/main/rpc/call.ts': imports('#main/db/database.ts'),
  'src/main/tables/spool.ts': imports('#shared/base/text.ts'),
  'src/main/workspace/keys.ts': good,
  'src/main/sync/session.ts': `import { text } from '#main/net/listen.ts'\nimport { text as keys } from '#main/workspace/keys.ts'\nexport const session = [text, keys]\n`,
  'src/main/features/deals/deals.handlers.ts': imports('#main/rpc/call.ts'),
  'src/main/features/tickets/tickets.handlers.ts': good,
  'src/main/features/index.ts': imports('./deals/deals.handlers.ts'),
  'src/main/engine/engine.ts': imports('#main/features/index.ts'),
  'src/main/shell/start.ts': `import { app } from 'electron'\nimport { text } from '#main/engine/engine.ts'\nexport const start = [app, text]\n`,
  'src/main/index.ts': imports('./shell/start.ts'),
  'src/preload/index.ts': `import { ipcRenderer } from 'electron'\nexport const bridge = ipcRenderer\n`,
  'src/renderer/ui/Card.tsx': `import { text } from '#shared/base/text.ts'\nexport function Card() {\n  return <p>{text}</p>\n}\n`,
  'src/renderer/features/customers/Picker.tsx': imports('#renderer/ui/Card.tsx'),
  'src/renderer/features/deals/Board.tsx': imports('#renderer/features/customers/Picker.tsx'),
  'src/renderer/features/tickets/Queue.tsx': good,
  'src/renderer/app/App.tsx': imports('#renderer/features/deals/Board.tsx'),
  'src/renderer/main.tsx': imports('./app/App.tsx'),
}

// rule → the faulty file, what it imports, and where that is when the words differ from the place.
const faults: [rule: string, file: string, imported: string, target: string][] = [
  ['main-looks-down', 'src/main/db/upward.ts', '#main/rpc/call.ts', 'src/main/rpc/call.ts'],
  ['main-looks-down', 'src/main/records/upward.ts', '#main/tables/spool.ts', 'src/main/tables/spool.ts'],
  ['main-looks-down', 'src/main/tables/upward.ts', '#main/features/index.ts', 'src/main/features/index.ts'],
  [
    'main-looks-down',
    'src/main/rpc/upward.ts',
    '#main/features/deals/deals.handlers.ts',
    'src/main/features/deals/deals.handlers.ts',
  ],
  ['main-looks-down', 'src/main/net/upward.ts', '#main/sync/session.ts', 'src/main/sync/session.ts'],
  ['main-looks-down', 'src/main/workspace/upward.ts', '#main/sync/session.ts', 'src/main/sync/session.ts'],
  ['main-looks-down', 'src/main/sync/upward.ts', '#main/engine/engine.ts', 'src/main/engine/engine.ts'],
  ['main-looks-down', 'src/main/features/deals/upward.ts', '#main/engine/engine.ts', 'src/main/engine/engine.ts'],
  ['main-looks-down', 'src/main/engine/upward.ts', '#main/shell/start.ts', 'src/main/shell/start.ts'],
  ['main-looks-down', 'src/main/shell/upward.ts', '#main/index.ts', 'src/main/index.ts'],
  ['main-looks-down', 'src/shared/base/upward.ts', '#shared/deals/deal.ts', 'src/shared/deals/deal.ts'],
  ['main-looks-down', 'src/shared/deals/upward.ts', '#shared/contract.ts', 'src/shared/contract.ts'],
  [
    'renderer-looks-down',
    'src/renderer/ui/Upward.tsx',
    '#renderer/features/deals/Board.tsx',
    'src/renderer/features/deals/Board.tsx',
  ],
  ['renderer-looks-down', 'src/renderer/features/deals/Upward.tsx', '#renderer/app/App.tsx', 'src/renderer/app/App.tsx'],
  ['renderer-looks-down', 'src/renderer/app/Upward.tsx', '#renderer/main.tsx', 'src/renderer/main.tsx'],
  [
    'main-features-are-apart',
    'src/main/features/deals/sideways.ts',
    '#main/features/tickets/tickets.handlers.ts',
    'src/main/features/tickets/tickets.handlers.ts',
  ],
  [
    'screens-meet-on-the-ground',
    'src/renderer/features/deals/Sideways.tsx',
    '#renderer/features/tickets/Queue.tsx',
    'src/renderer/features/tickets/Queue.tsx',
  ],
  [
    'the-ground-stands-alone',
    'src/renderer/features/customers/Sideways.tsx',
    '#renderer/features/deals/Board.tsx',
    'src/renderer/features/deals/Board.tsx',
  ],
  ['renderer-knows-no-main', 'src/renderer/features/tickets/Across.tsx', '#main/rpc/call.ts', 'src/main/rpc/call.ts'],
  ['main-knows-no-renderer', 'src/main/shell/across.ts', '#renderer/ui/Card.tsx', 'src/renderer/ui/Card.tsx'],
  ['preload-knows-only-shared', 'src/preload/across.ts', '#main/rpc/call.ts', 'src/main/rpc/call.ts'],
  ['shared-is-pure', 'src/shared/deals/impure.ts', 'node:fs', 'fs'],
  ['shared-is-pure', 'src/shared/deals/heavy.ts', 'kysely', 'node_modules/kysely/index.js'],
  ['electron-in-the-shell-only', 'src/main/engine/electron.ts', 'electron', 'node_modules/electron/index.js'],
  ['electron-in-the-shell-only', 'src/renderer/features/deals/electron.ts', 'electron', 'node_modules/electron/index.js'],
  [
    'sqlite-in-the-database-only',
    'src/main/rpc/sqlite.ts',
    'better-sqlite3-multiple-ciphers',
    'node_modules/better-sqlite3-multiple-ciphers/index.js',
  ],
  ['network-stands-alone', 'src/main/net/sideways.ts', '#main/db/database.ts', 'src/main/db/database.ts'],
  ['network-stands-alone', 'src/main/net/deals.ts', '#shared/deals/deal.ts', 'src/shared/deals/deal.ts'],
  ['network-in-one-room', 'src/main/rpc/tls.ts', 'node:tls', 'tls'],
  ['network-in-one-room', 'src/main/sync/dgram.ts', 'node:dgram', 'dgram'],
  ['migrations-are-frozen', 'src/main/db/migrations/0002-second.ts', '../database.ts', 'src/main/db/database.ts'],
  ['nothing-unresolved', 'src/main/rpc/nowhere.ts', './gone.ts', './gone.ts'],
]

const planted = check({
  ...inOrder,
  ...Object.fromEntries(faults.map(([, file, imported]) => [file, imports(imported)])),
  'src/main/rpc/circle.ts': imports('./round.ts'),
  'src/main/rpc/round.ts': imports('./circle.ts'),
  'src/main/db/types-upward.ts': `import type { text } from '#main/rpc/call.ts'\nexport type Uses = typeof text\n`,
})

test('a house in order passes', () => {
  const { status, said } = check(inOrder)

  expect(said).toContain('0 break a rule')
  expect(status).toBe(0)
})

test('a house with faults does not pass', () => {
  expect(planted.status).toBe(1)
})

test.each(faults)('%s: %s may not import %s', (rule, file, _imported, target) => {
  expect(planted.said.split('\n')).toContain(`${rule}: ${file} → ${target}`)
})

test('files may not import each other in a circle', () => {
  expect(planted.said).toMatch(/no-cycles: src\/main\/rpc\/(circle|round)\.ts → /)
})

test('a type is an import, too', () => {
  expect(planted.said.split('\n')).toContain('main-looks-down: src/main/db/types-upward.ts → src/main/rpc/call.ts')
})

test('every rule has a planted fault', () => {
  const rules = [...config.matchAll(/(?:forbid|noLookingUp)\(\s*'([^']+)'/g)].map((found) => found[1])

  expect(new Set([...faults.map(([rule]) => rule), 'no-cycles'])).toEqual(new Set(rules))
})

test('a check that reads nothing is no check', () => {
  const house = mkdtempSync(join(tmpdir(), 'kith-rules-'))
  houses.push(house)
  mkdirSync(join(house, 'src'))
  writeFileSync(join(house, 'package.json'), '{}')
  writeFileSync(join(house, 'src/page.html'), '')
  const { status, stderr } = spawnSync(process.execPath, [script, house], { encoding: 'utf8' })

  expect(stderr).toContain('nothing was checked')
  expect(status).toBe(1)
})
