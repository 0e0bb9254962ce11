// A desk to try imports at: an empty Chinese office and a folder of files, new for each test of the file that asks for it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach } from 'vitest'
import type { Language } from '#shared/base/messages.ts'
import type { Actor, OutputOf } from '#main/rpc/handlers.ts'
import type { ImportPlan, TablePlan } from '#shared/imports/plan.ts'
import { createTestApp, type TestApp } from './test-app.ts'

const fixtures = fileURLToPath(new URL('../fixtures/imports/', import.meta.url))
let app: TestApp
let folder: string

export const setUpImportDesk = (language: Language = 'zh-CN'): void => {
  beforeEach(async () => {
    app = await createTestApp({ language })
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
/** A table of comma-separated lines, the first one its headings. */
export const csv = (name: string, ...lines: readonly string[]): string => written(name, `${lines.join('\n')}\n`)
/** Two companies, a German and a Chinese one, one of them without a website. */
export const twoFirms = (): string =>
  csv(
    'firms.csv',
    'Company name,Phone,City,Website',
    'Nordlicht GmbH,+49 40 123456,Hamburg,nordlicht.example',
    '西湖科技有限公司,0571-88001234,杭州,',
  )
/** What is changed of a proposed plan: of its first table, unless it is the whole plan that is meant. */
export type PlanChanges = (plan: ImportPlan) => ImportPlan
/** Changes of the first table of a plan. */
export const onTable =
  (changes: Partial<TablePlan>): PlanChanges =>
  (plan) => ({ ...plan, tables: plan.tables.map((table, place) => (place === 0 ? { ...table, ...changes } : table)) })
/** Gives the columns of the first table these fields, in their order. */
export const asFields =
  (...fields: readonly (string | null)[]): PlanChanges =>
  (plan) =>
    onTable({
      columns: (plan.tables[0]?.columns ?? []).map((column, place) => ({ ...column, field: fields[place] ?? null })),
    })(plan)

const unchanged: PlanChanges = (plan) => plan

/** The plan that is proposed for files, with these changes. */
export const planOf = async (files: string | readonly string[], change: PlanChanges = unchanged): Promise<ImportPlan> => {
  const { plan } = await ask('imports.inspect', { files: listed(files) })
  if (plan === null) throw new Error('No plan is proposed.')
  return change(plan)
}
const listed = (files: string | readonly string[]): string[] => (typeof files === 'string' ? [files] : [...files])
export const bringIn = async (files: string | readonly string[], change: PlanChanges = unchanged) => {
  const reply = await call('imports.run', { files: listed(files), plan: await planOf(files, change) })
  if (!reply.ok) throw new Error(JSON.stringify(reply.error), { cause: app.bugs.at(-1) })
  return { result: reply.data as OutputOf<'imports.run'>, operation: reply.operation ?? '' }
}
export const previewed = async (files: string | readonly string[], change: PlanChanges = unchanged) =>
  ask('imports.preview', { files: listed(files), plan: await planOf(files, change) })
/** The fates of each table that have rows: `new 85, refused 2`. */
export const fatesOf = (tables: readonly { readonly counts: Readonly<Record<string, number>> }[]): string[] =>
  tables.map(({ counts }) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([fate, count]) => `${fate} ${count}`)
      .join(', '),
  )
export const rowsOf = async (files: string | readonly string[], change: PlanChanges = unchanged, table = 0) =>
  (await ask('imports.rows', { files: listed(files), plan: await planOf(files, change), table, limit: 200 })).rows
/** Each problem of the first table as `row key`. */
export const keysOf = async (files: string | readonly string[], change: PlanChanges = unchanged) =>
  (await rowsOf(files, change)).flatMap(({ row, problems }) => problems.map(({ messageKey }) => `${row} ${messageKey}`))
/** What a call is refused with, as `code key`. */
export const refusalOf = async (path: string, input: unknown): Promise<string> => {
  const reply = await call(path, input)
  return reply.ok ? 'accepted' : `${reply.error.code} ${reply.error.messageKey}`
}
export const rows = <Row>(sql: string): Row[] => app.writer.raw.prepare<[], Row>(sql).all()
