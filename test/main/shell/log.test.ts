import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLog } from '#main/shell/log.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-log-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const files = () => readdirSync(folder).toSorted()

test('a bug is written with its trace and its causes, without the data in them', () => {
  const log = openLog(folder, false)
  log.bug('trace-1', new Error('move failed', { cause: new Error("no row for 'Anna Schmidt'") }))
  const text = readFileSync(join(folder, 'main.log'), 'utf8')
  expect(text).toMatch(/bug trace-1[^]+move failed[^]+caused by Error: no row for/u)
  expect(text).not.toContain('Anna')
})

test('the log keeps five files of a megabyte, and drops the oldest', () => {
  const log = openLog(folder, false)
  const line = 'a line of the log. '.repeat(5000)
  for (let count = 0; count < 80; count += 1) log.info(line)
  expect(files()).toEqual(['main.1.log', 'main.2.log', 'main.3.log', 'main.4.log', 'main.log'])
  for (const file of files()) expect(statSync(join(folder, file)).size).toBeLessThan(1.2 * 1024 * 1024)
})
