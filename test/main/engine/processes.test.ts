// Several processes and one workspace: the command line beside a window, and an engine that is killed.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { contract } from '#shared/contract.ts'
import { describeProcedures } from '#main/engine/command-line/procedure-list.ts'
import { runtimeFolderOf, thisUser } from '#main/engine/runtime-folder.ts'
import { type Outcome, shellIn } from '../../support/command-line.ts'
import { company, PASSWORD, type TestPlace, testPlace } from './test-engine.ts'

// Each call is a process that loads the program from source, on machines that do other things too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const root = fileURLToPath(new URL('../../..', import.meta.url))
const list = '{"after":null,"limit":50}'

let original: TestPlace
beforeAll(async () => {
  original = testPlace()
  const { create, get, engine } = await original.engine()
  await create()
  await get('companies.create', company('Contoso'))
  await engine.close()
})
afterAll(() => original.remove())

let place: TestPlace
let temporary = ''
beforeEach(() => {
  place = testPlace()
  temporary = mkdtempSync(join(tmpdir(), 'kith-t-'))
  cpSync(original.folder, place.folder, { recursive: true })
})
afterEach(async () => {
  shell.killAll()
  await place.remove()
  rmSync(temporary, { recursive: true })
})

const shell = shellIn(() => temporary, PASSWORD)
const { kith } = shell
const run = (command: string, args: readonly string[]): Promise<Outcome> => shell.start(command, args).ended
const call = (path: string, json = '{}', input = '') => kith(['--workspace', place.folder, 'call', path, json], input)
const reply = ({ out }: Outcome): unknown => JSON.parse(out)
/** The folder in which the command line of these tests looks for a socket. */
const runtimeFolder = (): string => runtimeFolderOf({ ...thisUser(tmpdir()), runtimeVariable: temporary })

describe('the command line', () => {
  test('makes a workspace, works in it and prints nothing but the reply', async () => {
    const workspace = ['--workspace', join(temporary, 'new'), 'call']
    const made = await kith([
      ...workspace,
      'workspace.create',
      '{"workspaceName":"Office","userName":"林","language":"zh-CN","timeZone":"Asia/Shanghai"}',
    ])
    expect(made).toMatchObject({ code: 0, err: '' })
    const { recoveryKey } = z.object({ data: z.object({ recoveryKey: z.string() }) }).parse(reply(made)).data
    expect(await kith([...workspace, 'workspace.confirmRecoveryKey', '-'], JSON.stringify({ recoveryKey }))).toMatchObject({
      code: 0,
    })
    expect(await kith([...workspace, 'companies.create', '-'], '{"name":"北京远航科技"}')).toMatchObject({ code: 0 })
    const listed = await kith([...workspace, 'companies.list', list])
    expect(reply(listed)).toMatchObject({
      ok: true,
      data: [{ name: '北京远航科技' }],
      reads: expect.arrayContaining(['companies']),
    })
    expect(listed.out.trim().split('\n')).toHaveLength(1)
  })

  test('brings a file in: first as a trial, then for good, then it is all there already', async () => {
    writeFileSync(join(temporary, 'shop.csv'), 'Company,City,E-mail\nAcme,Bonn,a@acme.example\n,Berlin,b@x.example\n')
    const bring = (...more: readonly string[]) => kith(['-w', place.folder, 'import', 'shop.csv', '--rest', 'rest.csv', ...more])
    const countsOf = (outcome: Outcome) =>
      z
        .object({
          data: z.object({
            isWritten: z.boolean(),
            leftOut: z.int(),
            tables: z.array(z.object({ counts: z.record(z.string(), z.int()) })),
          }),
        })
        .parse(reply(outcome)).data

    const trial = await bring('--dry-run')
    expect({ code: trial.code, err: trial.err }).toEqual({ code: 3, err: '' })
    expect(countsOf(trial)).toMatchObject({ isWritten: false, leftOut: 1 })
    expect(reply(await call('companies.list', list))).toMatchObject({ data: [{ name: 'Contoso' }] })
    expect(readFileSync(join(temporary, 'rest.csv'), 'utf8')).toContain('b@x.example')

    expect(countsOf(await bring())).toMatchObject({ isWritten: true, leftOut: 1, tables: [{ counts: { new: 1 } }] })
    expect(countsOf(await bring())).toMatchObject({ tables: [{ counts: { new: 0, unchanged: 1 } }] })
    expect(reply(await call('companies.list', list))).toMatchObject({ data: [{ name: 'Acme' }, { name: 'Contoso' }] })
  })

  test('brings in what can be read, and says of the rest why not', async () => {
    writeFileSync(join(temporary, 'shop.csv'), 'Company\nAcme\n')
    writeFileSync(join(temporary, 'scan.csv'), '%PDF-1.7')
    const done = await kith(['-w', place.folder, 'import', 'scan.csv', 'shop.csv'])
    expect({ code: done.code, reply: reply(done) }).toMatchObject({
      code: 3,
      reply: {
        data: {
          isWritten: true,
          badFiles: [{ name: 'scan.csv', messageKey: 'imports.file.pdf', message: expect.stringContaining('scan.csv') }],
          tables: [{ counts: { new: 1 } }],
        },
      },
    })
    expect(await kith(['-w', place.folder, 'import', 'scan.csv', 'scan.csv'])).toMatchObject({ code: 1 })
  })

  test('names the mappings there are where the wanted one is none of them', async () => {
    writeFileSync(join(temporary, 'shop.csv'), 'Company\nAcme\n')
    const refused = await kith(['-w', place.folder, 'import', 'shop.csv', '--mapping', 'Shop'])
    expect({ code: refused.code, reply: reply(refused) }).toMatchObject({
      code: 1,
      reply: { error: { messageKey: 'imports.command.no_mapping', message: expect.stringContaining('Shop') } },
    })
    expect(await kith(['-w', place.folder, 'import'])).toMatchObject({ code: 2 })
    expect(await kith(['-w', place.folder, 'import', 'shop.csv', '--mode', 'replace'])).toMatchObject({ code: 2 })
    expect(await kith(['-w', place.folder, 'serve', '--dry-run'])).toMatchObject({ code: 2 })
  })

  test('says what went wrong in English, with exit code 1', async () => {
    const wrong = await kith(['-w', place.folder, 'call', 'companies.list', list], '', { KITH_PASSWORD: 'not this one' })
    expect(wrong).toMatchObject({ code: 1, err: '' })
    expect(reply(wrong)).toMatchObject({
      ok: false,
      error: {
        code: 'invalid_input',
        messageKey: 'workspace.passwordWrong',
        message: expect.stringContaining('password is not right'),
      },
    })
    const unknown = await call('companies.explode')
    expect(unknown.code).toBe(1)
    expect(reply(unknown)).toMatchObject({ error: { code: 'not_found', message: expect.any(String) } })
    const invalid = reply(await call('companies.create', '{"name":""}'))
    expect(invalid).toMatchObject({
      error: { code: 'invalid_input', message: expect.any(String), issues: [{ field: 'name', message: expect.any(String) }] },
    })
  })

  test.each([
    [['call', 'companies.list', '{}'], 'Say which folder'],
    [['--workspace', '/x', 'call'], 'Name the procedure'],
    [['--workspace', '/x', 'call', 'companies.list'], 'as JSON'],
    [['--workspace', '/x', 'call', 'companies.list', '{no json'], 'is not JSON'],
    [['--workspace', '/x', 'call', 'companies.list', '{}'], 'KITH_PASSWORD'],
    [['--nonsense'], '--nonsense'],
    [['dance'], 'no command “dance”'],
  ])('refuses %j with exit code 2 and prints nothing', async (args, reason) => {
    const outcome = await kith(args, '', { KITH_PASSWORD: undefined, KITH_WORKSPACE: undefined })
    expect(outcome).toMatchObject({ code: 2, out: '' })
    expect(outcome.err).toContain(reason)
  })

  test('asks for a status without a password', async () => {
    const status = await kith(['-w', place.folder, 'call', 'workspace.status', '{}'], '', { KITH_PASSWORD: undefined })
    expect(reply(status)).toMatchObject({ data: { state: 'locked', users: [{ name: 'Lin' }] } })
  })

  test('works through a window that has the workspace open, and the window hears of it', async () => {
    const { get, events } = await place.engine({ runtimeFolder: runtimeFolder() })
    await get('workspace.unlock', { password: PASSWORD })
    expect(await call('companies.create', '{"name":"From outside"}')).toMatchObject({ code: 0 })
    await expect.poll(() => events.at(-1)).toMatchObject({ type: 'changed', tables: expect.arrayContaining(['companies']) })
    expect(reply(await call('users.me'))).toMatchObject({ data: { name: 'Lin' } })
    expect(reply(await call('companies.list', list))).toMatchObject({ data: [{ name: 'Contoso' }, { name: 'From outside' }] })
    expect(await get('workspace.status')).toMatchObject({ state: 'open' })
    expect(await kith(['-w', place.folder, 'call', 'users.me', '{}'], '', { KITH_PASSWORD: 'wrong' })).toMatchObject({ code: 1 })
  })

  test('called several times at once does all of it', async () => {
    const outcomes = await Promise.all(['One', 'Two', 'Three'].map((name) => call('companies.create', JSON.stringify({ name }))))
    expect(outcomes.map(({ code, out }) => (code === 0 ? 'done' : out))).toEqual(['done', 'done', 'done'])
    const { data } = z.object({ data: z.array(z.object({ name: z.string() })) }).parse(reply(await call('companies.list', list)))
    expect(data.map(({ name }) => name).sort()).toEqual(['Contoso', 'One', 'Three', 'Two'])
  })
})

describe('an engine that is killed', () => {
  test('loses nothing that it had confirmed, and leaves a workspace that opens', async () => {
    const { child } = shell.start(process.execPath, [
      join(root, 'test/main/engine/busy-process.ts'),
      place.folder,
      runtimeFolder(),
    ])
    let told = ''
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
    await expect.poll(() => told.split('\n').length, { timeout: 60_000 }).toBeGreaterThan(20)
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await gone
    const confirmed = told.split('\n').filter(Boolean)

    const { ask, get } = await place.engine({ runtimeFolder: runtimeFolder() })
    expect(await ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
    const names = z.array(z.object({ name: z.string() })).parse(await get('companies.list', { after: null, limit: 1000 }))
    const saved = new Set(names.map(({ name }) => name))
    expect(confirmed.filter((count) => !saved.has(`Saved ${count}`))).toEqual([])
    expect(saved.size - 1 - confirmed.length).toBeLessThanOrEqual(1)
    expect(await ask('companies.create', company('Afterwards'))).toMatchObject({ ok: true })
  })
})

describe('bin/kith', () => {
  const script = join(root, 'bin/kith')

  test('says on standard error that the program is not built', async () => {
    mkdirSync(join(temporary, 'bin'))
    cpSync(script, join(temporary, 'bin/kith'))
    const outcome = await run(join(temporary, 'bin/kith'), ['list'])
    expect(outcome).toMatchObject({ code: 2, out: '' })
    expect(outcome.err).toContain('npm run build')
  })

  test('finds the program through links and hands over every word as it was typed', async () => {
    mkdirSync(join(temporary, 'a b/bin'), { recursive: true })
    mkdirSync(join(temporary, 'a b/out/main'), { recursive: true })
    cpSync(script, join(temporary, 'a b/bin/kith'))
    writeFileSync(join(temporary, 'a b/package.json'), '{"type":"module"}')
    writeFileSync(join(temporary, 'a b/out/main/cli.js'), 'console.log(JSON.stringify(process.argv.slice(2)))')
    symlinkSync('a b/bin/kith', join(temporary, 'link'))
    const words = ['call', 'companies.create', '{"name": "O\'Neill & \\"Söhne\\"", "x": "$HOME *"}']
    expect(reply(await run(join(temporary, 'link'), words))).toEqual(words)
  })
})

describe('kith list', () => {
  const described = describeProcedures(contract)

  test('describes every procedure of the engine with a JSON Schema of its input', () => {
    const paths = Object.entries(contract).flatMap(([feature, procedures]) =>
      Object.keys(procedures).map((name) => `${feature}.${name}`),
    )
    expect(described.map(({ procedure }) => procedure)).toEqual(paths)
    for (const { procedure, input } of described)
      expect([procedure, input]).toEqual([procedure, expect.objectContaining({ type: 'object' })])
  })

  test('says which fields are paths of files', () => {
    expect(described.find(({ procedure }) => procedure === 'imports.saveRows')?.files).toEqual(['files', 'target'])
  })

  test('prints them', async () => {
    const outcome = await kith(['list'], '', {})
    expect(outcome).toMatchObject({ code: 0, err: '' })
    expect(reply(outcome)).toEqual(JSON.parse(JSON.stringify(described)))
  })
})

test('an engine that stays serves other calls until it is asked to end, and refuses a wrong password in words', async () => {
  const refused = await kith(['--workspace', place.folder, 'serve'], '', { KITH_PASSWORD: 'not the password' })
  expect([refused.code, reply(refused)]).toMatchObject([1, { ok: false, error: { messageKey: 'workspace.passwordWrong' } }])

  const serving = shell.startKith(['--workspace', place.folder, 'serve'])
  await serving.untilSaid('The workspace is open')
  expect(reply(await call('companies.list', list))).toMatchObject({ ok: true, data: [{ name: 'Contoso' }] })
  serving.child.kill('SIGTERM')
  expect(await serving.ended).toMatchObject({ code: 0 })
})
