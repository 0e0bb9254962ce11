// A desk to try imports at: an empty Chinese office and a folder of files, new for each test of the file that asks for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach } from 'vitest'
import type { Actor } from '#main/rpc/handlers.ts'
import type { ImportPlan } from '#shared/imports/import.ts'
import { createTestApp, type TestApp } from './test-app.ts'

const fixtures = fileURLToPath(new URL('../fixtures/imports/', import.meta.url))
let app: TestApp
let folder: string

export const setUpImportDesk = (): void => {
  beforeEach(async () => {
    app = await createTestApp({ language: 'zh-CN' })
    folder = mkdtempSync(join(tmpdir(), 'kith-imports-'))
  })
  afterEach(() => {
    app.close()
    rmSync(folder, { recursive: true })
  })
}

export const ask: TestApp['ask'] = (path, input) => app.ask(path, input)
export const call: TestApp['call'] = (path, input, actor) => app.call(path, input, actor)
/** Someone who has these rights and no others. */
export const personWith = (...rights: string[]): Actor => ({ ...app.owner, rights })

/** A path in the folder of this test. */
export const place = (...names: string[]): string => join(folder, ...names)
export const fixture = (name: string): string => join(fixtures, name)
export const written = (name: string, content: string | Uint8Array): string => {
  writeFileSync(place(name), content)
  return place(name)
}
/** The plan that is proposed for a file, with these changes. */
export const planOf = async (file: string, changes: Partial<ImportPlan> = {}): Promise<ImportPlan> => ({
  ...(await ask('imports.inspect', { file })).plan,
  ...changes,
})
export const bringIn = async (file: string, changes: Partial<ImportPlan> = {}) => {
  const reply = await call('imports.run', { file, plan: await planOf(file, changes) })
  if (!reply.ok) throw new Error(JSON.stringify(reply.error), { cause: app.bugs.at(-1) })
  return { result: reply.data, operation: reply.operation ?? '' }
}
const problemsOf = async (file: string, changes: Partial<ImportPlan> = {}) =>
  (await ask('imports.preview', { file, plan: await planOf(file, changes) })).problems
/** Each problem as `row key`. */
export const keysOf = async (file: string, changes: Partial<ImportPlan> = {}) =>
  (await problemsOf(file, changes)).map(({ row, messageKey }) => `${row} ${messageKey}`)
/** What a call is refused with, as `code key`. */
export const refusalOf = async (path: string, input: unknown): Promise<string> => {
  const reply = await call(path, input)
  return reply.ok ? 'accepted' : `${reply.error.code} ${reply.error.messageKey}`
}
export const rows = <Row>(sql: string): Row[] => app.writer.raw.prepare<[], Row>(sql).all()
