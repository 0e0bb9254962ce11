// The process that is killed: opens a workspace as a user does and edits without pause, telling on standard output what was acknowledged.
// arguments: folder, runtime folder, CSV file to import or "-"
import { writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startEngine } from '#main/engine/engine.ts'
import { quickCosts } from '../main/workspace/key-material.ts'
import { PASSWORD } from '../main/engine/test-engine.ts'

const [folder = '', runtimeFolder = '', csv = '-'] = process.argv.slice(2)
const source = (path: string): URL => new URL(`../../src/main/${path}`, import.meta.url)

const engine = await startEngine({
  ...{ folder, runtimeFolder, costs: quickCosts, now: () => Date.now() },
  // That of the engine that made the workspace: to another one the folder would be a copy.
  machine: { id: 'test-machine', folder: join(dirname(runtimeFolder), 'machine') },
  logBug: (traceId, error) => process.stderr.write(`${traceId} ${String(error)}\n`),
  workers: { engine: source('engine/engine-worker.ts'), argon2: source('workspace/argon2-worker.ts') },
})
const session = engine.openSession({ resolveFile: (path) => path })

const ask = async (path: string, input: unknown): Promise<unknown> => {
  const reply = await session.call(path, input)
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
  return reply.data
}

/** Past this line the parent may kill at any moment; what is written here has been acknowledged. */
const say = (line: unknown): number => writeSync(1, `${JSON.stringify(line)}\n`)

const idOf = (data: unknown): string => (typeof data === 'object' && data !== null && 'id' in data ? String(data.id) : '')

await ask('workspace.unlock', { password: PASSWORD })
say({ kind: 'ready' })
if (csv !== '-') {
  const inspection = (await ask('imports.inspect', { files: [csv], entity: 'company' })) as { plan: unknown }
  say({ kind: 'importing' })
  await ask('imports.run', { files: [csv], plan: inspection.plan })
  say({ kind: 'imported' })
}
for (let index = 0; ; index++) {
  const name = `Edit ${process.pid} ${index}`
  const id = idOf(await ask('companies.create', { name, phone: String(index) }))
  say({ kind: 'company', id, name })
  if (index % 3 === 0) {
    // What is under way when the kill comes may be there or not: both are right.
    say({ kind: 'company', id, name, under: `${name} 改名` })
    await ask('companies.update', { id, name: `${name} 改名` })
    say({ kind: 'company', id, name: `${name} 改名` })
  } else if (index % 5 === 0) {
    const reply = await session.call('companies.archive', { id })
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
    if (index % 2 === 0) {
      await ask('history.undo', { operation: reply.operation })
      say({ kind: 'company', id, name, isInUse: true })
    } else say({ kind: 'archived', id, name })
  }
}
